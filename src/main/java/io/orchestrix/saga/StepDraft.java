package io.orchestrix.saga;

import io.orchestrix.message.Event;
import io.orchestrix.unitofwork.RetryPolicy;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A step that is being described. Used by one thread. */
final class StepDraft<S> {

  final String name;
  final int order;
  final SagaAction<S> action;
  @Nullable SagaAction<S> compensation;
  @Nullable RetryPolicy retry;
  @Nullable RetryPolicy compensationRetry;
  final Map<Class<? extends Event>, Correlation> awaited = new LinkedHashMap<>();
  final Map<Class<? extends Event>, Correlation> failing = new LinkedHashMap<>();
  @Nullable Duration timeout;
  boolean isPivot;
  boolean isOutside;

  /**
   * @throws IllegalArgumentException if it has no name
   * @throws NullPointerException if it has no action
   */
  StepDraft(String name, int order, SagaAction<S> action) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("A step of a saga has no name. Give it one.");
    }
    this.name = name;
    this.order = order;
    this.action = Objects.requireNonNull(action, "A step of a saga has no action. Give it one.");
  }

  StepDefinition<S> made() {
    return new StepDefinition<>(
        name,
        order,
        action,
        compensation,
        retry,
        compensationRetry,
        awaited,
        failing,
        timeout,
        isPivot,
        isOutside);
  }
}
