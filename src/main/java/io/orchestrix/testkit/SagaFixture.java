package io.orchestrix.testkit;

import io.orchestrix.message.Command;
import io.orchestrix.message.Event;
import io.orchestrix.message.Upcaster;
import io.orchestrix.saga.OperatorAction;
import io.orchestrix.saga.SagaDefinition;
import io.orchestrix.saga.SagaInstance;
import io.orchestrix.saga.SagaSettings;
import io.orchestrix.saga.SagaStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tests one saga: when an event happens, then these commands are sent, and after a while it has
 * ended so. It needs no container and no test framework, and takes no time; what is not as expected
 * is an {@link AssertionError} that shows the difference.
 *
 * <pre>{@code
 * SagaFixture.of(new MoneyTransfer())
 *     .failing(Deposit.class, new IllegalStateException("closed"), 3)
 *     .whenEvent(new TransferRequested("T-1", "A", "B", TEN))
 *     .elapse(Duration.ofMinutes(1))
 *     .expectCompensated("debit");
 * }</pre>
 *
 * <p>The saga is run by the classes of the library, in memory, on the thread of the test. Every
 * state, event and command goes through JSON. Commands are answered with {@code null} unless {@link
 * #onCommand} says otherwise. Work is tried three times and compensations ten times, a second and
 * more apart, unless the saga, or a {@link SagaSettings} of the test, says otherwise; as on a node
 * a lost conflict, or an absent database, is no failure of the saga until it was ten. Time begins
 * at 2026-01-01T00:00:00Z. Used by one thread.
 */
public final class SagaFixture {

  private final SagaAnswers answers = new SagaAnswers();
  private final SagaScene scene;
  private final SagaExpectations expect;
  private @Nullable String key;

  private SagaFixture(Object saga) {
    FixtureOptions options = new FixtureOptions();
    this.scene = new SagaScene(SagaObjects.definition(saga, options.values), options, answers);
    this.expect = new SagaExpectations(scene, SagaObjects.compensations(saga));
  }

  /**
   * For a saga that has no instances yet.
   *
   * @param saga of a class that is annotated with {@link io.orchestrix.saga.Saga}
   * @throws io.orchestrix.saga.InvalidSagaException if it cannot be one
   */
  public static SagaFixture of(Object saga) {
    return new SagaFixture(saga);
  }

  /** For a saga that has no instances yet. */
  public static SagaFixture of(SagaDefinition<?> definition) {
    return new SagaFixture(definition);
  }

  /**
   * The value of the further parameters of its methods that have this type. A {@link SettableClock}
   * as the {@link Clock} is the one that time passes on, {@link SagaSettings} say how often work is
   * tried.
   */
  public <V> SagaFixture with(Class<V> type, V value) {
    scene.knows(type, value);
    return this;
  }

  /** What brings stored events up to date. */
  public SagaFixture withUpcasters(Upcaster... upcasters) {
    scene.knows(upcasters);
    return this;
  }

  /**
   * Answers commands of a class from now on with what {@code answer} gives, or throws what it
   * throws.
   */
  public <C extends Command> SagaFixture onCommand(
      Class<C> type, Function<? super C, ? extends @Nullable Object> answer) {
    answers.answer(type, answer);
    return this;
  }

  /** Lets commands of a class fail from now on, so many times. */
  public SagaFixture failing(Class<? extends Command> type, RuntimeException failure, int times) {
    answers.fail(type, failure, times);
    return this;
  }

  /** These events have happened, and what follows was done; which commands, is not asked. */
  public SagaFixture given(Event... events) {
    scene.happens(List.of(events));
    answers.forget();
    return this;
  }

  /** An event happens, and all is done that follows from it at once. */
  public SagaFixture whenEvent(Event event) {
    answers.forget();
    scene.happens(List.of(event));
    return this;
  }

  /** An instance is started by hand, and all is done that follows from it at once. */
  public SagaFixture whenStarted(String key, Object input) {
    answers.forget();
    scene.start(key, input);
    return this;
  }

  /** Time passes, and what becomes due is done when it does, in that order. */
  public SagaFixture elapse(Duration time) {
    answers.forget();
    scene.elapse(time);
    return this;
  }

  /** An operator decides about the instance, and all is done that follows from it at once. */
  public SagaFixture operate(OperatorAction action) {
    answers.forget();
    scene.operate(instance().id(), action);
    return this;
  }

  /** From now on it is about the instance with this key; needed only if there are several. */
  public SagaFixture of(String instance) {
    key = instance;
    return this;
  }

  /**
   * Since the last {@code when}, {@code elapse} or {@code operate} exactly these commands were
   * sent, in this order, by all instances; those that have failed are among them.
   */
  public SagaFixture thenCommands(Command... expected) {
    expect.commands(List.of(expected), answers.sent());
    return this;
  }

  /** Since the last {@code when}, {@code elapse} or {@code operate} no command was sent. */
  public SagaFixture thenNoCommands() {
    return thenCommands();
  }

  /** All is done. */
  public SagaFixture expectCompleted() {
    expect.status(instance(), SagaStatus.COMPLETED);
    return this;
  }

  /** It was taken back, and exactly these steps were, in this order. */
  public SagaFixture expectCompensated(String... steps) {
    expect.compensated(instance(), List.of(steps));
    return this;
  }

  /**
   * It is quarantined.
   *
   * @param work that keeps it from going on: the name of a step, of the method that takes one back,
   *     of a deadline, or of the type of an event
   */
  public SagaFixture expectQuarantined(String work) {
    expect.quarantined(instance(), work);
    return this;
  }

  /** It has not ended and is not quarantined: it waits for an event, or for a time. */
  public SagaFixture expectWaiting() {
    expect.waiting(instance());
    return this;
  }

  /** Its state equals {@code expected}, as it is read from the journal. */
  public SagaFixture expectState(Object expected) {
    SagaInstance instance = instance();
    expect.value("state", instance, expected, instance.state());
    return this;
  }

  /** The result of its last step equals {@code expected}, as it is read from the journal. */
  public SagaFixture expectResult(@Nullable Object expected) {
    SagaInstance instance = instance();
    expect.value("result", instance, expected, instance.result());
    return this;
  }

  private SagaInstance instance() {
    return scene.instance(key);
  }
}
