package io.orchestrix.message.cloudevents;

import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.orchestrix.message.JsonPointer;
import org.jspecify.annotations.Nullable;

/** The data that an event brings with it. */
final class EventData {

  private EventData() {}

  /** The bytes, {@code null} if there are none or its owner cannot write them, which is added. */
  static byte @Nullable [] bytes(CloudEvent event, JsonPointer place, Flaws flaws) {
    CloudEventData data = event.getData();
    try {
      return data == null ? null : data.toBytes();
    } catch (RuntimeException e) { // whatever the code of the application throws
      flaws.add(place.to("data"), "cannot be written: " + e.getClass().getName());
      return null;
    }
  }
}
