package io.orchestrix.message.cloudevents;

import io.orchestrix.OrchestrixException;
import io.orchestrix.message.Violation;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was read or is to be written is no valid CloudEvent, or none that can be a message.
 *
 * <p>Its {@link #details()} hold {@code errors}: a list with the {@code pointer} (RFC 6901) of each
 * place, as the JSON format shows the event or the batch in whatever mode it came, and a {@code
 * detail} for people. They name no value.
 */
public final class InvalidCloudEventException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  /** How many the message tells of; the details hold more. */
  private static final int TOLD = 5;

  private final transient List<Flaw> flaws;

  private InvalidCloudEventException(
      String code, String message, List<Flaw> flaws, @Nullable Throwable cause) {
    super(code, Kind.INVALID, message, cause);
    this.flaws = List.copyOf(flaws);
  }

  /** What came is no CloudEvent 1.0. */
  static InvalidCloudEventException unreadable(List<Flaw> flaws) {
    return new InvalidCloudEventException(
        "ORX-1020",
        "Tried to read a CloudEvent 1.0, but %s. Let the sender correct it.".formatted(told(flaws)),
        flaws,
        null);
  }

  /** The content type of an HTTP message names a format that is not read here. */
  static InvalidCloudEventException unsupported(String detail) {
    return new InvalidCloudEventException(
        "ORX-1021",
        "Tried to read CloudEvents from an HTTP message, but its Content-Type %s. Send %s, %s, or binary mode."
            .formatted(detail, CloudEventJsonFormat.CONTENT_TYPE, CloudEventJsonBatch.CONTENT_TYPE),
        List.of(new Flaw("", "has a Content-Type that " + detail)),
        null);
  }

  /** A CloudEvent does not hold what a message needs. */
  static InvalidCloudEventException noMessage(List<Flaw> flaws) {
    return noMessage(flaws, null);
  }

  static InvalidCloudEventException noMessage(List<Flaw> flaws, @Nullable Throwable cause) {
    return new InvalidCloudEventException(
        "ORX-1022",
        "Tried to make a message of a CloudEvent, but %s. Let the sender correct it."
            .formatted(told(flaws)),
        flaws,
        cause);
  }

  /** What is to be written breaks the rules of CloudEvents 1.0. */
  static InvalidCloudEventException unwritable(List<Flaw> flaws) {
    return new InvalidCloudEventException(
        "ORX-1023",
        "Tried to write a CloudEvent 1.0, but %s. Correct it before it is written."
            .formatted(told(flaws)),
        flaws,
        null);
  }

  private static String told(List<Flaw> flaws) {
    String first = flaws.stream().limit(TOLD).map(Flaw::toString).collect(Collectors.joining("; "));
    return flaws.size() > TOLD ? first + "; and " + (flaws.size() - TOLD) + " more" : first;
  }

  /** Every place that is wrong. */
  public List<Violation> violations() {
    return flaws.stream().map(flaw -> new Violation(flaw.pointer(), flaw.detail())).toList();
  }

  @Override
  public Map<String, Object> details() {
    return Map.of("errors", flaws.stream().map(Flaw::toMap).toList());
  }
}
