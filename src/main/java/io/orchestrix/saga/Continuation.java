package io.orchestrix.saga;

import io.orchestrix.message.Event;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What keeps an instance, as its journal tells, from being continued by a definition. Used by one
 * thread.
 */
final class Continuation {

  private final SagaDefinition<?> definition;
  private final SagaProgress progress;
  private final JsonTrees trees;

  /** A text for each, once. */
  private final Set<String> problems = new LinkedHashSet<>();

  private Continuation(SagaDefinition<?> definition, SagaProgress progress, JsonTrees trees) {
    this.definition = definition;
    this.progress = progress;
    this.trees = trees;
  }

  /** For people; empty if nothing does. */
  static List<String> problems(
      SagaDefinition<?> definition, SagaProgress progress, JsonTrees trees) {
    Continuation continuation = new Continuation(definition, progress, trees);
    continuation.look();
    return List.copyOf(continuation.problems);
  }

  private void look() {
    if (progress.state != null) {
      problems.addAll(unreadable(definition, progress.state, trees));
    }
    progress.inbox.values().forEach(event -> problems.addAll(unreadable(event, trees)));
    progress.deadlines.keySet().forEach(name -> work(WorkId.deadline(name)));
    progress.failed.keySet().forEach(this::work);
    if (progress.quarantine != null) {
      work(progress.quarantine.work());
    }
    boolean isGoingBack = progress.direction == SagaStatus.COMPENSATING;
    progress.steps.values().stream()
        .filter(
            step ->
                step.status() == StepStatus.STARTED
                    || step.status() == StepStatus.UNKNOWN
                    || (isGoingBack && step.status().isToBeCompensated()))
        .forEach(step -> work(WorkId.step(step.step())));
  }

  private void work(WorkId work) {
    problems.addAll(missing(definition, work));
  }

  /** Why a definition does not know a piece of work; empty if it does. */
  static List<String> missing(SagaDefinition<?> definition, WorkId work) {
    return switch (work.kind()) {
      case STEP, COMPENSATION ->
          definition
              .step(work.name())
              .map(
                  step ->
                      work.kind() == WorkId.Kind.STEP || step.compensation() != null
                          ? List.<String>of()
                          : List.of("Nothing takes the step '%s' back.".formatted(work.name())))
              .orElseGet(() -> List.of("There is no step '%s'.".formatted(work.name())));
      case DEADLINE ->
          definition.deadlines().containsKey(work.name())
              ? List.of()
              : List.of("There is no deadline '%s'.".formatted(work.name()));
      case EVENT, END -> List.of();
    };
  }

  /** Why a state cannot be read; empty if it can. */
  static List<String> unreadable(SagaDefinition<?> definition, Object state, JsonTrees trees) {
    try {
      trees.value(state, definition.stateType());
      return List.of();
    } catch (RuntimeException e) {
      return List.of("Its state cannot be read: " + e.getMessage());
    }
  }

  /** Why an event cannot be read; empty if it can. */
  static List<String> unreadable(ReceivedEvent event, JsonTrees trees) {
    List<String> problems = new ArrayList<>();
    try {
      Event ignored = trees.event(event);
    } catch (RuntimeException e) {
      problems.add("The event %s cannot be read: %s".formatted(event.type(), e.getMessage()));
    }
    return problems;
  }
}
