package io.orchestrix.message.cloudevents;

import io.cloudevents.CloudEvent;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The binding of CloudEvents 1.0 to HTTP, for requests and responses of any HTTP API: reads all
 * three modes, writes each.
 *
 * <pre>{@code
 * List<CloudEvent> events = CloudEventHttp.read(httpHeaders.getRequestHeaders(), body);
 * }</pre>
 *
 * <p>In binary mode HTTP knows no types: extensions come as texts, and data of no bytes as no data.
 * Every failure is an {@link InvalidCloudEventException}. It does not bound the size of a body.
 */
public final class CloudEventHttp {

  private static final String CONTENT_TYPE = "Content-Type";
  private static final CloudEventJsonFormat JSON = new CloudEventJsonFormat();

  private CloudEventHttp() {}

  /**
   * Reads what an HTTP message carries: a batch if its {@code Content-Type} says so, otherwise one
   * event.
   *
   * @param headers by name in any case; other headers than those of CloudEvents may be among them
   * @param body empty if there is none
   * @throws InvalidCloudEventException if it breaks a rule, or comes in a format that is not JSON
   */
  public static List<CloudEvent> read(Map<String, ? extends List<String>> headers, byte[] body) {
    Headers all = new Headers(headers);
    String contentType = all.contentType();
    if (contentType == null || !isOfCloudEvents(contentType)) {
      return List.of(BinaryMode.read(all, body));
    }
    MediaType type =
        MediaType.parse(contentType)
            .orElseThrow(() -> InvalidCloudEventException.unsupported("is no media type"));
    if (!type.isUtf8()) {
      throw InvalidCloudEventException.unsupported("has another charset than UTF-8");
    }
    return switch (type.essence()) {
      case CloudEventJsonFormat.CONTENT_TYPE -> List.of(JSON.deserialize(body));
      case CloudEventJsonBatch.CONTENT_TYPE -> CloudEventJsonBatch.read(body);
      default -> throw InvalidCloudEventException.unsupported("is of a format that is not read");
    };
  }

  private static boolean isOfCloudEvents(String contentType) {
    return contentType.toLowerCase(Locale.ROOT).startsWith("application/cloudevents");
  }

  /** The attributes as headers, the data as the body. */
  public static CloudEventHttpMessage binary(CloudEvent event) {
    return BinaryMode.write(event);
  }

  /** All in the body, as JSON. */
  public static CloudEventHttpMessage structured(CloudEvent event) {
    return new CloudEventHttpMessage(
        Map.of(CONTENT_TYPE, CloudEventJsonFormat.CONTENT_TYPE), JSON.serialize(event));
  }

  /** Any number of events in the body, as JSON; only for who has asked for batches. */
  public static CloudEventHttpMessage batch(List<CloudEvent> events) {
    return new CloudEventHttpMessage(
        Map.of(CONTENT_TYPE, CloudEventJsonBatch.CONTENT_TYPE), CloudEventJsonBatch.write(events));
  }
}
