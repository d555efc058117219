package io.orchestrix.eventstore;

import io.orchestrix.message.Event;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.message.Metadata;
import java.util.List;
import java.util.function.Supplier;

/**
 * An event as it stands in the store.
 *
 * @param stream the stream it belongs to
 * @param version its place in that stream, from 1 without gaps
 * @param position its place among all events
 * @param metadata what is known of it
 * @param revision of its type, as it was written
 * @param payloads what it says to the application of today: nearly always one event; several when
 *     an upcaster splits it, none when one drops it
 */
public record RecordedEvent(
    StreamId stream,
    long version,
    GlobalPosition position,
    Metadata metadata,
    int revision,
    List<Event> payloads) {

  public RecordedEvent {
    payloads = payloads instanceof DecodedLater ? payloads : List.copyOf(payloads);
  }

  /**
   * An event that is decoded when its payloads are asked for; that fails each time if it cannot be.
   *
   * @param decoding makes the payloads
   */
  public static RecordedEvent decodedLater(
      StreamId stream,
      long version,
      GlobalPosition position,
      Metadata metadata,
      int revision,
      Supplier<List<Event>> decoding) {
    DecodedLater payloads = new DecodedLater(decoding, stream, version, position);
    return new RecordedEvent(stream, version, position, metadata, revision, payloads);
  }

  /** The same event, that says something else to the application. */
  public RecordedEvent saying(List<Event> instead) {
    return new RecordedEvent(stream, version, position, metadata, revision, instead);
  }

  /**
   * The one event that it says.
   *
   * @throws IllegalStateException if an upcaster has made none or several of it
   */
  public Event payload() {
    if (payloads.size() != 1) {
      throw new IllegalStateException(
          "The event %s at position %s says %d events, not one; use payloads()."
              .formatted(metadata.type(), position, payloads.size()));
    }
    return payloads.get(0);
  }
}
