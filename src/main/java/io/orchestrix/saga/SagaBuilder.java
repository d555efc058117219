package io.orchestrix.saga;

import io.orchestrix.message.Event;
import io.orchestrix.unitofwork.RetryPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Says what a saga does, step by step. What follows a step, such as {@link #compensatedBy}, belongs
 * to it. Used by one thread.
 *
 * @param <S> the state of the saga, which begins as its input
 */
public final class SagaBuilder<S> {

  private final String name;
  private final Class<S> state;
  private final List<StepDraft<S>> steps = new ArrayList<>();
  private final List<EventRoute<S>> events = new ArrayList<>();
  private final List<DeadlineRoute<S>> deadlines = new ArrayList<>();
  private int version = 1;
  private Set<Integer> migrated = Set.of();

  SagaBuilder(String name, Class<S> state) {
    this.name = name;
    this.state = state;
  }

  /**
   * Gives the definition a version, 1 without that.
   *
   * @param migrated earlier versions whose running instances go on with this one; those of others
   *     need their own definition
   */
  public SagaBuilder<S> version(int version, Integer... migrated) {
    this.version = version;
    this.migrated = Set.of(migrated);
    return this;
  }

  /** Adds a step that begins when all before it are done. */
  public SagaBuilder<S> step(String name, SagaAction<S> action) {
    return add(name, steps.isEmpty() ? 1 : last().order + 1, action);
  }

  /** Adds a step that does not wait for the one before it, nor that for this one. */
  public SagaBuilder<S> together(String name, SagaAction<S> action) {
    return add(name, last().order, action);
  }

  private SagaBuilder<S> add(String step, int order, SagaAction<S> action) {
    steps.add(new StepDraft<>(step, order, action));
    return this;
  }

  /** Says how the step is taken back. */
  public SagaBuilder<S> compensatedBy(SagaAction<S> compensation) {
    last().compensation = compensation;
    return this;
  }

  /** Says how often the step is tried. */
  public SagaBuilder<S> retry(RetryPolicy retry) {
    last().retry = retry;
    return this;
  }

  /** Says how often its compensation is tried, before somebody has to look. */
  public SagaBuilder<S> compensationRetry(RetryPolicy retry) {
    last().compensationRetry = retry;
    return this;
  }

  /** Gives the step up that is not done by then. */
  public SagaBuilder<S> timeout(Duration timeout) {
    last().timeout = timeout;
    return this;
  }

  /** Lets the saga go only forward behind the step. */
  public SagaBuilder<S> pivot() {
    last().isPivot = true;
    return this;
  }

  /**
   * Says that the step does something outside of the database: after a crash, or when it is given
   * up, nobody can tell whether it has happened, and it is taken back as if it had.
   */
  public SagaBuilder<S> outside() {
    last().isOutside = true;
    return this;
  }

  /**
   * Lets the step be done when an event comes, not when its action has returned.
   *
   * @param components of the event that make up the key of the instance
   */
  public SagaBuilder<S> awaits(Class<? extends Event> event, String... components) {
    last().awaited.put(event, ownKey(components));
    return this;
  }

  /**
   * Lets the step fail when an event comes.
   *
   * @param components of the event that make up the key of the instance
   */
  public SagaBuilder<S> failsOn(Class<? extends Event> event, String... components) {
    last().failing.put(event, ownKey(components));
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
    events.add(
        new EventRoute<>(
            event, true, ownKey(components), (none, e, saga) -> input.apply(event.cast(e))));
    return this;
  }

  /** Takes an event of an instance. */
  @FunctionalInterface
  public interface Reaction<S, E> {

    /**
     * Takes it, in the transaction that remembers that.
     *
     * @return the new state; or a command, or several as a collection, to be sent; or nothing
     * @throws Exception if it cannot be done; nothing is kept, and it is tried again
     */
    @Nullable Object take(@Nullable S state, E event, SagaContext saga) throws Exception;
  }

  /**
   * Lets the saga take an event.
   *
   * @param components of the event that make up the key of the instance
   */
  public <E extends Event> SagaBuilder<S> on(
      Class<E> event, Reaction<S, ? super E> reaction, String... components) {
    events.add(
        new EventRoute<>(
            event,
            false,
            ownKey(components),
            (known, e, saga) -> reaction.take(known, event.cast(e), saga)));
    return this;
  }

  /** Lets the saga do something when the time has come that {@link SagaContext#schedule} says. */
  public SagaBuilder<S> deadline(String name, SagaAction<S> action) {
    deadlines.add(new DeadlineRoute<>(name, null, action));
    return this;
  }

  /** Lets the saga do something a while after its start. */
  public SagaBuilder<S> deadline(String name, Duration afterStart, SagaAction<S> action) {
    deadlines.add(new DeadlineRoute<>(name, afterStart, action));
    return this;
  }

  /**
   * The definition.
   *
   * @throws InvalidSagaException if something in it is wrong
   */
  public SagaDefinition<S> build() {
    SagaDefinition<S> definition =
        new SagaDefinition<>(
            name,
            version,
            migrated,
            state,
            steps.stream().map(StepDraft::made).toList(),
            events,
            deadlines);
    for (InvalidSagaException mistake : SagaRules.mistakes(definition)) {
      throw mistake;
    }
    return definition;
  }

  private static Correlation ownKey(String... components) {
    return new Correlation(SagaDefinition.OWN_KEY, List.of(components));
  }

  private StepDraft<S> last() {
    if (steps.isEmpty()) {
      throw InvalidSagaException.noStepYet(name);
    }
    return steps.get(steps.size() - 1);
  }
}
