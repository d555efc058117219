package io.orchestrix.testkit;

import io.orchestrix.message.Command;
import io.orchestrix.message.PayloadCodec;
import io.orchestrix.message.PayloadException;
import io.orchestrix.message.jackson.JacksonPayloadCodec;
import io.orchestrix.saga.OperatorAction;
import io.orchestrix.saga.SagaEvent;
import io.orchestrix.saga.SagaEvent.Operated;
import io.orchestrix.saga.SagaEvent.StepCompensated;
import io.orchestrix.saga.SagaInstance;
import io.orchestrix.saga.SagaStatus;
import io.orchestrix.saga.WorkId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether a saga stands as a test expects. Used by one thread. */
final class SagaExpectations {

  private final SagaScene scene;
  private final Map<String, String> compensations;
  private final PayloadCodec codec = new JacksonPayloadCodec();

  /**
   * @param compensations the names of methods that take steps back, by those steps
   */
  SagaExpectations(SagaScene scene, Map<String, String> compensations) {
    this.scene = scene;
    this.compensations = compensations;
  }

  void commands(List<? extends Command> expected, List<? extends Command> sent) {
    boolean isSame = expected.size() == sent.size() && Comparison.of(expected, sent).isEmpty();
    if (!isSame) {
      throw new AssertionError(
          "The saga '%s' sent other commands than expected:%s"
              .formatted(scene.saga(), SideBySide.ofLists(expected, sent)));
    }
  }

  void status(SagaInstance instance, SagaStatus expected) {
    if (instance.status() != expected) {
      throw isOther(instance, "to be " + expected);
    }
  }

  void waiting(SagaInstance instance) {
    if (instance.status().isEnded() || instance.status() == SagaStatus.QUARANTINED) {
      throw isOther(instance, "to wait");
    }
  }

  void compensated(SagaInstance instance, List<String> steps) {
    status(instance, SagaStatus.COMPENSATED);
    List<String> takenBack =
        scene.journal(instance.id()).stream().flatMap(SagaExpectations::takenBack).toList();
    if (!takenBack.equals(steps)) {
      throw new AssertionError(
          "%s took other steps back than expected:%s"
              .formatted(SagaText.name(instance), SideBySide.ofLists(steps, takenBack)));
    }
  }

  private static Stream<String> takenBack(SagaEvent entry) {
    if (entry instanceof StepCompensated step) {
      return Stream.of(step.step());
    }
    boolean isByHand =
        entry instanceof Operated operated
            && operated.action() == OperatorAction.MARK_DONE
            && operated.work() != null
            && operated.work().kind() == WorkId.Kind.COMPENSATION;
    return isByHand && entry instanceof Operated operated && operated.work() != null
        ? Stream.of(operated.work().name())
        : Stream.empty();
  }

  void quarantined(SagaInstance instance, String work) {
    WorkId found = instance.quarantined();
    if (found == null) {
      throw isOther(instance, "to be QUARANTINED by '%s'".formatted(work));
    }
    boolean isSame =
        switch (found.kind()) {
          case EVENT ->
              instance.waiting().stream()
                  .anyMatch(event -> event.id().equals(found.name()) && event.type().equals(work));
          case COMPENSATION ->
              found.name().equals(work) || work.equals(compensations.get(found.name()));
          case STEP, DEADLINE, END -> found.name().equals(work);
        };
    if (!isSame) {
      throw isOther(instance, "to be QUARANTINED by '%s'".formatted(work));
    }
  }

  /**
   * @param tree as JSON
   */
  void value(String what, SagaInstance instance, @Nullable Object expected, @Nullable Object tree) {
    Object actual = tree;
    Object should = expected;
    if (expected != null && expected.getClass().getName().startsWith("java.")) {
      should = codec.decode(codec.encode(expected), Object.class);
    } else if (expected != null && tree != null) {
      actual = read(tree, expected.getClass());
    }
    if (!Comparison.of(should, actual).isEmpty()) {
      throw new AssertionError(
          "%s has another %s than expected:%s"
              .formatted(SagaText.name(instance), what, SideBySide.ofValues(should, actual)));
    }
  }

  private Object read(Object tree, Class<?> type) {
    try {
      return codec.decode(codec.encode(tree), type);
    } catch (PayloadException e) {
      return tree;
    }
  }

  private AssertionError isOther(SagaInstance instance, String expected) {
    return new AssertionError(
        "%s was expected %s, but %s"
            .formatted(SagaText.name(instance), expected, SagaText.of(instance)));
  }
}
