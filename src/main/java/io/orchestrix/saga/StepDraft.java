package io.orchestrix.saga;

import io.orchestrix.message.Event;
import io.orchestrix.unitofwork.RetryPolicy;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
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

  StepDraft(String name, int order, SagaAction<S> action) {
    this.name = name;
    this.order = order;
    this.action = action;
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
