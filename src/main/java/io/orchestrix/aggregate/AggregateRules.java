package io.orchestrix.aggregate;

import io.orchestrix.eventstore.InvalidStreamIdException;
import io.orchestrix.eventstore.StreamId;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What a class has to keep to be an aggregate. */
final class AggregateRules {

  private AggregateRules() {}

  /** All that is wrong with {@code type}. */
  static List<InvalidAggregateException> mistakes(Class<?> type) {
    boolean isRoot = AggregateRoot.class.isAssignableFrom(type);
    boolean isDecider = Decider.class.isAssignableFrom(type);
    if (isRoot == isDecider || type == Decided.class || Modifier.isAbstract(type.getModifiers())) {
      return List.of(InvalidAggregateException.noAggregate(type));
    }
    List<InvalidAggregateException> mistakes = new ArrayList<>();
    checkCategory(type, mistakes::add);
    if (isRoot) {
      mistakes.addAll(WhenRules.mistakes(type));
    }
    collect(() -> SnapshotPolicies.of(type), mistakes::add);
    collect(() -> NewInstances.of(type), mistakes::add);
    mistakes.addAll(isRoot ? HandlerRules.mistakes(type) : DeciderRules.mistakes(type));
    HandlerRules.misplaced(type).forEach(mistakes::add);
    return mistakes;
  }

  private static void checkCategory(Class<?> type, Consumer<InvalidAggregateException> mistakes) {
    Aggregate annotation = type.getAnnotation(Aggregate.class);
    String category = annotation == null ? "" : annotation.value();
    try {
      new StreamId(category, "any");
    } catch (InvalidStreamIdException e) {
      mistakes.accept(InvalidAggregateException.badCategory(type, category, e));
    }
  }

  private static void collect(Runnable check, Consumer<InvalidAggregateException> mistakes) {
    try {
      check.run();
    } catch (InvalidAggregateException e) {
      mistakes.accept(e);
    }
  }
}
