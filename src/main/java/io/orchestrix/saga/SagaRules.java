package io.orchestrix.saga;

import io.orchestrix.message.Event;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a definition has to keep. */
final class SagaRules {

  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9_.-]{0,79}";

  private SagaRules() {}

  static List<InvalidSagaException> mistakes(SagaDefinition<?> saga) {
    List<InvalidSagaException> mistakes = new ArrayList<>();
    if (!saga.name().matches(NAME)) {
      mistakes.add(InvalidSagaException.badName(saga.name()));
    }
    if (saga.version() < 1
        || saga.migrated().stream().anyMatch(v -> v < 1 || v >= saga.version())) {
      mistakes.add(InvalidSagaException.badVersion(saga.name(), saga.version()));
    }
    if (!Returned.isTellable(saga.stateType())) {
      mistakes.add(InvalidSagaException.untellableState(saga.name(), saga.stateType()));
    }
    if (saga.steps().isEmpty() && saga.events().isEmpty()) {
      mistakes.add(InvalidSagaException.nothingToDo(saga.name()));
    }
    events(saga, mistakes);
    steps(saga, mistakes);
    Set<String> deadlines = new HashSet<>();
    saga.declaredDeadlines().stream()
        .filter(name -> !deadlines.add(name))
        .forEach(name -> mistakes.add(InvalidSagaException.sameDeadline(saga.name(), name)));
    saga.deadlines().values().stream()
        .filter(deadline -> deadline.afterStart() != null && !isPositive(deadline.afterStart()))
        .forEach(
            deadline ->
                mistakes.add(
                    InvalidSagaException.badTime(
                        saga.name(), deadline.name(), String.valueOf(deadline.afterStart()))));
    return mistakes;
  }

  private static void events(SagaDefinition<?> saga, List<InvalidSagaException> mistakes) {
    Set<Class<?>> seen = new HashSet<>();
    for (EventRoute<?> route : saga.events()) {
      if (!seen.add(route.type())) {
        mistakes.add(InvalidSagaException.sameEvent(saga.name(), route.type()));
      }
      check(saga, route.type(), route.correlation(), mistakes);
    }
  }

  private static void steps(SagaDefinition<?> saga, List<InvalidSagaException> mistakes) {
    Set<String> names = new HashSet<>();
    for (StepDefinition<?> step : saga.steps()) {
      if (!names.add(step.name())) {
        mistakes.add(InvalidSagaException.sameStep(saga.name(), step.name()));
      }
      if (!step.failing().isEmpty() && !step.isAwaiting()) {
        mistakes.add(InvalidSagaException.failsWithoutAwaiting(saga.name(), step.name()));
      }
      if (step.timeout() != null && !isPositive(step.timeout())) {
        mistakes.add(
            InvalidSagaException.badTime(saga.name(), step.name(), String.valueOf(step.timeout())));
      }
      checkAll(saga, step.awaited(), mistakes);
      checkAll(saga, step.failing(), mistakes);
    }
    List<? extends StepDefinition<?>> pivots =
        saga.steps().stream().filter(StepDefinition::isPivot).toList();
    boolean isBeside =
        pivots.stream()
            .anyMatch(
                pivot ->
                    saga.steps().stream()
                        .anyMatch(
                            s -> !s.name().equals(pivot.name()) && s.order() == pivot.order()));
    if (pivots.size() > 1 || isBeside) {
      mistakes.add(InvalidSagaException.twoPivots(saga.name()));
    }
  }

  private static void checkAll(
      SagaDefinition<?> saga,
      Map<Class<? extends Event>, Correlation> routes,
      List<InvalidSagaException> mistakes) {
    routes.forEach((type, correlation) -> check(saga, type, correlation, mistakes));
  }

  private static void check(
      SagaDefinition<?> saga,
      Class<?> event,
      Correlation correlation,
      List<InvalidSagaException> mistakes) {
    if (correlation.components().isEmpty() || !correlation.fits(event)) {
      mistakes.add(
          InvalidSagaException.badCorrelation(saga.name(), event, correlation.components()));
    }
  }

  private static boolean isPositive(java.time.Duration time) {
    return !time.isZero() && !time.isNegative();
  }
}
