package io.orchestrix.message.cloudevents;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.format.EventFormat;
import io.cloudevents.rw.CloudEventDataMapper;
import io.orchestrix.message.JsonPointer;

/**
 * The JSON format of CloudEvents 1.0 for the official SDK, which finds it by itself: one event, all
 * in its body. Strict in both directions: what breaks a rule is refused with all its flaws.
 *
 * <p>Data that is JSON is kept as the same JSON, without white space; its numbers stay as they are
 * written. An event that had data and no {@code datacontenttype} says {@code application/json} when
 * it was read. Bytes that are not what their {@code datacontenttype} declares go out as {@code
 * data_base64}.
 *
 * <p>Thread-safe. Every failure is an {@link InvalidCloudEventException}.
 */
public final class CloudEventJsonFormat implements EventFormat {

  /** The media type of one event. */
  public static final String CONTENT_TYPE = "application/cloudevents+json";

  @Override
  public byte[] serialize(CloudEvent event) {
    Flaws flaws = new Flaws(InvalidCloudEventException::unwritable);
    String json = JsonEventWriter.write(event, JsonPointer.WHOLE, flaws);
    flaws.refuseIfAny();
    return json.getBytes(UTF_8);
  }

  @Override
  public CloudEvent deserialize(byte[] json) {
    Flaws flaws = new Flaws(InvalidCloudEventException::unreadable);
    JsonInput in = new JsonInput(json, JsonPointer.WHOLE, flaws);
    CloudEvent event = JsonEventReader.read(in, in.next(), JsonPointer.WHOLE, flaws).orElse(null);
    in.end();
    flaws.refuseIfAny();
    if (event == null) {
      throw new IllegalStateException("An event without flaws was not read.");
    }
    return event;
  }

  @Override
  public CloudEvent deserialize(
      byte[] json, CloudEventDataMapper<? extends CloudEventData> mapper) {
    CloudEvent event = deserialize(json);
    CloudEventData data = event.getData();
    return data == null ? event : CloudEventBuilder.v1(event).withData(mapper.map(data)).build();
  }

  @Override
  public String serializedContentType() {
    return CONTENT_TYPE;
  }
}
