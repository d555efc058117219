package io.orchestrix.saga;

import io.orchestrix.message.Event;
import io.orchestrix.unitofwork.RetryPolicy;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A step of a saga.
 *
 * @param order steps of one order do not wait for each other; those of a higher one wait for all
 * @param compensation takes it back; {@code null} if there is nothing to be taken back
 * @param retry how often it is tried; {@code null} as configured
 * @param compensationRetry how often its compensation is tried; {@code null} as configured
 * @param awaited events that complete it, and by which key they find it
 * @param failing events by which it fails, and by which key they find it
 * @param timeout when it is given up; {@code null} for never
 * @param isPivot whether there is no way back behind it
 * @param isOutside whether it does something outside of the database, so that nobody can tell after
 *     a crash, or a failure, whether it has happened
 */
record StepDefinition<S>(
    String name,
    int order,
    SagaAction<S> action,
    @Nullable SagaAction<S> compensation,
    @Nullable RetryPolicy retry,
    @Nullable RetryPolicy compensationRetry,
    Map<Class<? extends Event>, Correlation> awaited,
    Map<Class<? extends Event>, Correlation> failing,
    @Nullable Duration timeout,
    boolean isPivot,
    boolean isOutside) {

  boolean isAwaiting() {
    return !awaited.isEmpty();
  }

  /** Whether an event completes it in an instance with certain keys. */
  boolean awaits(Event event, Predicate<CorrelationKey> isKey) {
    return isAmong(awaited, event, isKey);
  }

  /** Whether it fails by an event in an instance with certain keys. */
  boolean failsOn(Event event, Predicate<CorrelationKey> isKey) {
    return isAmong(failing, event, isKey);
  }

  private static boolean isAmong(
      Map<Class<? extends Event>, Correlation> types,
      Event event,
      Predicate<CorrelationKey> isKey) {
    return types.entrySet().stream()
        .filter(type -> type.getKey().isInstance(event))
        .anyMatch(type -> type.getValue().of(event).filter(isKey).isPresent());
  }
}
