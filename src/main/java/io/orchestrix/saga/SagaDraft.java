package io.orchestrix.saga;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A saga that is being described. Used by one thread. */
final class SagaDraft<S> {

  private final String name;
  private final Class<S> state;
  final List<StepDraft<S>> steps = new ArrayList<>();
  final List<EventRoute<S>> events = new ArrayList<>();
  final List<DeadlineRoute<S>> deadlines = new ArrayList<>();
  int version = 1;
  Set<Integer> migrated = Set.of();

  SagaDraft(String name, Class<S> state) {
    this.name = name;
    this.state = state;
  }

  /** The step to which belongs what is said next. */
  StepDraft<S> last() {
    if (steps.isEmpty()) {
      throw InvalidSagaException.noStepYet(name);
    }
    return steps.get(steps.size() - 1);
  }

  /**
   * The definition.
   *
   * @throws InvalidSagaException the first mistake in it
   */
  SagaDefinition<S> made() {
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
}
