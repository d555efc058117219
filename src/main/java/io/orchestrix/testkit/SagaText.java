package io.orchestrix.testkit;

import io.orchestrix.saga.FailedWork;
import io.orchestrix.saga.ReceivedEvent;
import io.orchestrix.saga.SagaInstance;
import io.orchestrix.saga.StepProgress;
import io.orchestrix.saga.WorkId;

/** How an instance is shown in messages. */
final class SagaText {

  private SagaText() {}

  static String name(SagaInstance instance) {
    return "The instance '%s' of the saga '%s'"
        .formatted(instance.id().key(), instance.id().saga());
  }

  /** How it stands, and a line for each step and for all that it waits for. */
  static String of(SagaInstance instance) {
    StringBuilder text = new StringBuilder("it is ").append(instance.status());
    WorkId work = instance.quarantined();
    if (work != null) {
      text.append(" by ").append(name(work, instance));
    }
    if (instance.reason() != null) {
      text.append(": ").append(instance.reason());
    }
    for (StepProgress step : instance.steps()) {
      line(text, "step " + step.step(), step.status());
      if (step.failure() != null) {
        text.append(" (").append(step.failure()).append(')');
      }
    }
    for (FailedWork failed : instance.failing()) {
      line(text, name(failed.work(), instance), "has failed");
      text.append(" (%s), next at %s".formatted(failed.failure(), failed.nextAt()));
    }
    instance.deadlines().forEach((name, at) -> line(text, "deadline " + name, at));
    instance.waiting().forEach(event -> line(text, "event " + event.type(), "not taken yet"));
    return text.toString();
  }

  private static void line(StringBuilder text, String what, Object how) {
    text.append("\n  ").append(what).append(": ").append(how);
  }

  private static String name(WorkId work, SagaInstance instance) {
    return work.kind() == WorkId.Kind.EVENT
        ? instance.waiting().stream()
            .filter(event -> event.id().equals(work.name()))
            .map(ReceivedEvent::type)
            .findFirst()
            .map(type -> "event " + type)
            .orElse(work.toString())
        : work.toString();
  }
}
