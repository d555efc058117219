package io.orchestrix.message.cloudevents;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cloudevents.CloudEvent;
import io.orchestrix.message.JsonPointer;
import jakarta.json.stream.JsonParser.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The JSON batch format of CloudEvents 1.0: an array of events, each as {@link
 * CloudEventJsonFormat} has it. A batch with a faulty event is refused as a whole; the failure
 * names the index of each.
 */
public final class CloudEventJsonBatch {

  /** The media type of a batch. */
  public static final String CONTENT_TYPE = "application/cloudevents-batch+json";

  private CloudEventJsonBatch() {}

  /**
   * Reads a batch, which may be empty.
   *
   * @throws InvalidCloudEventException if it is no batch, or any of its events is faulty
   */
  public static List<CloudEvent> read(byte[] json) {
    Flaws flaws = new Flaws(InvalidCloudEventException::unreadable);
    JsonInput in = new JsonInput(json, JsonPointer.WHOLE, flaws);
    List<CloudEvent> events = new ArrayList<>();
    Event first = in.next();
    if (first == Event.START_ARRAY) {
      int index = 0;
      for (Event event = in.next(); event != Event.END_ARRAY; event = in.next()) {
        JsonEventReader.read(in, event, JsonPointer.WHOLE.to(index), flaws).ifPresent(events::add);
        index++;
      }
    } else {
      in.value(first);
      flaws.add(JsonPointer.WHOLE, "is no JSON array");
    }
    in.end();
    flaws.refuseIfAny();
    return List.copyOf(events);
  }

  /**
   * Writes a batch, which may be empty.
   *
   * @throws InvalidCloudEventException if any of them breaks a rule
   */
  public static byte[] write(List<CloudEvent> events) {
    Flaws flaws = new Flaws(InvalidCloudEventException::unwritable);
    String json =
        IntStream.range(0, events.size())
            .mapToObj(i -> JsonEventWriter.write(events.get(i), JsonPointer.WHOLE.to(i), flaws))
            .collect(Collectors.joining(",", "[", "]"));
    flaws.refuseIfAny();
    return json.getBytes(UTF_8);
  }
}
