package io.orchestrix.projection;

import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.message.Event;
import io.orchestrix.subscription.FailurePolicy;
import io.orchestrix.subscription.OnFailure;
import io.orchestrix.unitofwork.RetryPolicy;
import java.lang.reflect.AnnotatedElement;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a projection does when an event fails: as its method says, or its class, or the settings.
 */
final class FailurePolicies {

  private final ProjectionType type;
  private final FailurePolicy ofOthers;

  /**
   * @param configured for what neither a method nor the class says anything about
   */
  FailurePolicies(ProjectionType type, FailurePolicy configured) {
    this.type = type;
    OnFailure ofClass = type.type().getAnnotation(OnFailure.class);
    this.ofOthers = ofClass == null ? configured : policy(ofClass);
  }

  /** Of the first method that handles the event and says so. */
  FailurePolicy of(RecordedEvent event) {
    return payloads(event)
        .flatMap(payload -> type.handlersOf(payload.getClass()).stream())
        .map(handler -> handler.method().getAnnotation(OnFailure.class))
        .filter(Objects::nonNull)
        .findFirst()
        .map(FailurePolicies::policy)
        .orElse(ofOthers);
  }

  private static Stream<Event> payloads(RecordedEvent event) {
    try {
      return List.copyOf(event.payloads()).stream();
    } catch (RuntimeException e) { // it cannot be read
      return Stream.empty();
    }
  }

  private static FailurePolicy policy(OnFailure said) {
    return new FailurePolicy(
        new RetryPolicy(
            said.backoff(),
            said.attempts(),
            Duration.parse(said.pause()),
            Duration.parse(said.longest()),
            false),
        said.then());
  }

  static void check(
      AnnotatedElement annotated, Class<?> type, List<InvalidProjectionException> mistakes) {
    @Nullable OnFailure said = annotated.getAnnotation(OnFailure.class);
    try {
      if (said != null) {
        policy(said);
      }
    } catch (DateTimeParseException | IllegalArgumentException e) {
      mistakes.add(InvalidProjectionException.badFailurePolicy(type, annotated, e));
    }
  }
}
