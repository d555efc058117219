package io.orchestrix.saga;

import io.orchestrix.message.Event;
import io.orchestrix.unitofwork.RetryPolicy;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;

/**
 * Says what a saga does, step by step. What follows a step, such as {@link #compensatedBy}, belongs
 * to it. Used by one thread.
 *
 * @param <S> the state of the saga, which begins as its input
 */
public final class SagaBuilder<S> {

  private final SagaDraft<S> draft;

  SagaBuilder(String name, Class<S> state) {
    this.draft = new SagaDraft<>(name, state);
  }

  /**
   * Gives the definition a version, 1 without that.
   *
   * @param migrated earlier versions whose running instances go on with this one; those of others
   *     need their own definition
   */
  public SagaBuilder<S> version(int version, Integer... migrated) {
    draft.version = version;
    draft.migrated = Set.of(migrated);
    return this;
  }

  /** Adds a step that begins when all before it are done. */
  public SagaBuilder<S> step(String name, SagaAction<S> action) {
    return add(name, draft.steps.isEmpty() ? 1 : draft.last().order + 1, action);
  }

  /** Adds a step that does not wait for the one before it, nor that for this one. */
  public SagaBuilder<S> together(String name, SagaAction<S> action) {
    return add(name, draft.last().order, action);
  }

  private SagaBuilder<S> add(String step, int order, SagaAction<S> action) {
    draft.steps.add(new StepDraft<>(step, order, action));
    return this;
  }

  /** Says how the step is taken back. */
  public SagaBuilder<S> compensatedBy(SagaAction<S> compensation) {
    draft.last().compensation = compensation;
    return this;
  }

  /** Says how often the step is tried. */
  public SagaBuilder<S> retry(RetryPolicy retry) {
    draft.last().retry = retry;
    return this;
  }

  /** Says how often its compensation is tried, before somebody has to look. */
  public SagaBuilder<S> compensationRetry(RetryPolicy retry) {
    draft.last().compensationRetry = retry;
    return this;
  }

  /** Gives the step up that is not done by then, as {@link Step#timeout} says. */
  public SagaBuilder<S> timeout(Duration timeout) {
    draft.last().timeout = timeout;
    return this;
  }

  /** Lets the saga go only forward behind the step. */
  public SagaBuilder<S> pivot() {
    draft.last().isPivot = true;
    return this;
  }

  /**
   * Says that the step does something outside of the database: after a crash, or when it is given
   * up, nobody can tell whether it has happened, and it is taken back as if it had.
   */
  public SagaBuilder<S> outside() {
    draft.last().isOutside = true;
    return this;
  }

  /**
   * Lets the step be done when an event comes, not when its action has returned.
   *
   * @param components of the event that make up the key of the instance
   */
  public SagaBuilder<S> awaits(Class<? extends Event> event, String... components) {
    return awaits(event, Correlation.byOwnKey(components));
  }

  /** Lets the step be done when an event comes that finds instances by a further key. */
  public SagaBuilder<S> awaits(Class<? extends Event> event, Correlation by) {
    draft.last().awaited.put(event, by);
    return this;
  }

  /**
   * Lets the step fail when an event comes.
   *
   * @param components of the event that make up the key of the instance
   */
  public SagaBuilder<S> failsOn(Class<? extends Event> event, String... components) {
    return failsOn(event, Correlation.byOwnKey(components));
  }

  /** Lets the step fail when an event comes that finds instances by a further key. */
  public SagaBuilder<S> failsOn(Class<? extends Event> event, Correlation by) {
    draft.last().failing.put(event, by);
    return this;
  }

  /**
   * Lets an event begin an instance.
   *
   * @param input makes the state of it
   * @param components of the event that make up the key of the instance
   */
  public <E extends Event> SagaBuilder<S> startsOn(
      Class<E> event, Function<? super E, ? extends S> input, String... components) {
    return add(event, true, Correlation.byOwnKey(components), (none, e, saga) -> input.apply(e));
  }

  /**
   * Lets the saga take an event.
   *
   * @param components of the event that make up the key of the instance
   */
  public <E extends Event> SagaBuilder<S> on(
      Class<E> event, SagaReaction<S, ? super E> reaction, String... components) {
    return on(event, reaction, Correlation.byOwnKey(components));
  }

  /** Lets the saga take an event that finds instances by a further key. */
  public <E extends Event> SagaBuilder<S> on(
      Class<E> event, SagaReaction<S, ? super E> reaction, Correlation by) {
    return add(event, false, by, reaction);
  }

  private <E extends Event> SagaBuilder<S> add(
      Class<E> event, boolean isStart, Correlation by, SagaReaction<S, ? super E> reaction) {
    draft.events.add(
        new EventRoute<>(
            event, isStart, by, (s, e, saga) -> reaction.take(s, event.cast(e), saga), null));
    return this;
  }

  /** Lets the saga do something when the time has come that {@link SagaContext#schedule} says. */
  public SagaBuilder<S> deadline(String name, SagaAction<S> action) {
    draft.deadlines.add(new DeadlineRoute<>(name, null, action, null));
    return this;
  }

  /** Lets the saga do something a while after its start. */
  public SagaBuilder<S> deadline(String name, Duration afterStart, SagaAction<S> action) {
    draft.deadlines.add(new DeadlineRoute<>(name, afterStart, action, null));
    return this;
  }

  /**
   * The definition.
   *
   * @throws InvalidSagaException if something in it is wrong
   */
  public SagaDefinition<S> build() {
    return draft.made();
  }
}
