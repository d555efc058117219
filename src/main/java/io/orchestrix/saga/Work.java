package io.orchestrix.saga;

import io.orchestrix.message.Event;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an instance does next. */
sealed interface Work<S> {

  /** Which piece of work it is, when it fails. */
  WorkId id();

  /** Takes an event, in a method or for a step, or both. */
  record TakeEvent<S>(
      ReceivedEvent event,
      Event payload,
      @Nullable EventRoute<S> route,
      @Nullable StepDefinition<S> step,
      boolean isFailure,
      boolean isKept)
      implements Work<S> {
    @Override
    public WorkId id() {
      return WorkId.event(event.id());
    }
  }

  /** Fails, as an event cannot be read any more. */
  record UnreadableEvent<S>(ReceivedEvent event, RuntimeException why) implements Work<S> {
    @Override
    public WorkId id() {
      return WorkId.event(event.id());
    }
  }

  /** Puts an event aside that nobody has use for. */
  record IgnoreEvent<S>(ReceivedEvent event) implements Work<S> {
    @Override
    public WorkId id() {
      return WorkId.event(event.id());
    }
  }

  /** Calls the method of a deadline. */
  record FireDeadline<S>(String name, @Nullable DeadlineRoute<S> route) implements Work<S> {
    @Override
    public WorkId id() {
      return WorkId.deadline(name);
    }
  }

  /** Gives up a step whose time is over. */
  record TimeOut<S>(StepDefinition<S> step) implements Work<S> {
    @Override
    public WorkId id() {
      return WorkId.step(step.name());
    }
  }

  /** Remembers that a step begins which does something outside of the database. */
  record BeginStep<S>(StepDefinition<S> step) implements Work<S> {
    @Override
    public WorkId id() {
      return WorkId.step(step.name());
    }
  }

  /** Does a step. */
  record RunStep<S>(StepDefinition<S> step) implements Work<S> {
    @Override
    public WorkId id() {
      return WorkId.step(step.name());
    }
  }

  /** Takes a step back. */
  record Compensate<S>(StepDefinition<S> step) implements Work<S> {
    @Override
    public WorkId id() {
      return WorkId.compensation(step.name());
    }
  }

  /** Cannot go on with a step, nor take it back, that its definition does not have. */
  record MissingStep<S>(WorkId id) implements Work<S> {}

  /** Ends it. */
  record End<S>(SagaStatus how) implements Work<S> {
    @Override
    public WorkId id() {
      return new WorkId(WorkId.Kind.END, how.name());
    }
  }

  /**
   * Waits.
   *
   * @param until when there is something to be done at the latest; {@code null} if only an event,
   *     or somebody, can bring it on
   */
  record Wait<S>(@Nullable Instant until) implements Work<S> {
    @Override
    public WorkId id() {
      return new WorkId(WorkId.Kind.END, "wait");
    }
  }
}
