package io.orchestrix.message.cloudevents;

import io.cloudevents.CloudEvent;
import io.orchestrix.message.Command;
import io.orchestrix.message.Event;
import io.orchestrix.message.EventFormat;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.message.JsonPointer;
import io.orchestrix.message.Metadata;
import io.orchestrix.message.PayloadCodec;
import io.orchestrix.message.PayloadException;
import io.orchestrix.message.RawEvent;
import io.orchestrix.message.StoredPayload;
import io.orchestrix.message.UnknownEventTypeException;
import io.orchestrix.message.UpcastException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns messages into CloudEvents 1.0 and back, whoever sent them.
 *
 * <pre>{@code
 * CloudEvent out = mapper.toCloudEvent(stored.metadata(), stored.payload(), stored.position());
 * List<Event> in = mapper.events(mapper.receive(cloudEvent));
 * }</pre>
 *
 * <p>Thread-safe; it neither stores nor sends anything. A message that cannot be a CloudEvent, and
 * a CloudEvent that cannot be a message, is an {@link InvalidCloudEventException}.
 */
public final class CloudEventMapper {

  private final EventFormat format;
  private final PayloadCodec codec;
  private final IncomingMessages incoming;

  /**
   * A mapper for the events and commands of an application.
   *
   * @param clock tells the time of events that come without one
   */
  public CloudEventMapper(EventFormat format, PayloadCodec codec, Clock clock) {
    this.format = format;
    this.codec = codec;
    this.incoming = new IncomingMessages(clock);
  }

  /**
   * An event in the current revision of its type; a {@link RawEvent} as it is stored.
   *
   * @param position where it stands in the store; {@code null} if it does not
   * @throws UnknownEventTypeException if the application does not know its class
   */
  public CloudEvent toCloudEvent(
      Metadata metadata, Event event, @Nullable GlobalPosition position) {
    return toCloudEvent(
        metadata,
        event instanceof RawEvent raw
            ? new StoredPayload(raw.type(), raw.revision(), raw.json())
            : format.encode(event),
        position);
  }

  /**
   * An event as it stands in the store. Its type is that of the payload, which is another one than
   * that of the metadata where an alias or an upcaster has renamed it.
   *
   * @param position where it stands in the store; {@code null} if it does not
   */
  public CloudEvent toCloudEvent(
      Metadata metadata, StoredPayload payload, @Nullable GlobalPosition position) {
    return OutgoingMessages.event(
        metadata,
        payload.type(),
        SchemaUrn.ofEvent(payload.type(), payload.revision()),
        payload.json(),
        position);
  }

  /**
   * An event without what it says, for who may not see that.
   *
   * @param position where it stands in the store; {@code null} if it does not
   */
  public CloudEvent withoutData(Metadata metadata, @Nullable GlobalPosition position) {
    return OutgoingMessages.event(metadata, metadata.type(), null, null, position);
  }

  /** A command. */
  public CloudEvent toCloudEvent(Metadata metadata, Command command) {
    return OutgoingMessages.event(
        metadata,
        metadata.type(),
        SchemaUrn.ofCommand(metadata.type()),
        codec.encode(command),
        null);
  }

  /**
   * The message in a CloudEvent, of this or any other application:
   *
   * <ul>
   *   <li>an id that is no UUID becomes one of version 5, made of source and id, so the same event
   *       has the same id whenever it comes; so do {@code causationid} and {@code correlationid}
   *   <li>without a time it is now; without a {@code correlationid} its id begins a conversation
   *   <li>its revision is that in a {@code dataschema} of Orchestrix; without such a one it is 1
   *   <li>other extensions are for the caller to look at
   * </ul>
   *
   * @throws InvalidCloudEventException if it breaks a rule of CloudEvents; if its data is no JSON
   *     object in UTF-8; if its type, source or subject is longer than the store takes (255, 255,
   *     301 characters), or its {@code traceparent} malformed
   */
  public ReceivedMessage receive(CloudEvent event) {
    return incoming.receive(event);
  }

  /**
   * The events that a message holds for the application of today: nearly always one; upcasters may
   * make several of it or none, and unknown ones are skipped or raw where that is configured.
   *
   * @throws InvalidCloudEventException if its type is not known, or its data does not fit
   */
  public List<Event> events(ReceivedMessage message) {
    try {
      return format.decode(message.payload());
    } catch (UnknownEventTypeException e) {
      throw refused("/type", "is of no type and revision that is known", e);
    } catch (UpcastException e) {
      throw refused("/data", "cannot be brought to the current revision", e);
    } catch (PayloadException e) {
      throw refused("/data" + e.pointer(), e.reason(), e);
    }
  }

  /**
   * The command that a message holds.
   *
   * @throws InvalidCloudEventException if its type is not the simple name of this class, or its
   *     data does not fit
   */
  public <C extends Command> C command(ReceivedMessage message, Class<C> type) {
    if (!message.payload().type().equals(type.getSimpleName())) {
      throw refused("/type", "is not " + type.getSimpleName(), null);
    }
    try {
      return codec.decode(message.payload().json(), type);
    } catch (PayloadException e) {
      throw refused("/data" + e.pointer(), e.reason(), e);
    }
  }

  private static InvalidCloudEventException refused(
      String pointer, String detail, @Nullable Throwable cause) {
    Flaw flaw = Flaw.at(new JsonPointer(pointer), detail);
    return InvalidCloudEventException.noMessage(List.of(flaw), cause);
  }
}
