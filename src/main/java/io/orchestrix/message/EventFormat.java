package io.orchestrix.message;

import io.orchestrix.config.UnknownEvents;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * How events stand in the store: what is written of an event, and what becomes of a payload that an
 * older or newer version of the application has written.
 *
 * <p>Thread-safe. A payload of a known type in its current revision goes straight to the codec.
 */
public final class EventFormat {

  private final EventTypes types;
  private final Upcasters upcasters;
  private final PayloadCodec codec;
  private final UnknownEvents unknownEvents;

  /**
   * Puts it together.
   *
   * @throws InvalidUpcasterException the first of the {@link #mistakes} of the upcasters
   */
  public EventFormat(
      EventTypes types,
      Collection<? extends Upcaster> upcasters,
      PayloadCodec codec,
      UnknownEvents unknownEvents) {
    this.types = types;
    this.upcasters = new Upcasters(types, upcasters);
    this.codec = codec;
    this.unknownEvents = unknownEvents;
    for (InvalidUpcasterException mistake : UpcasterRules.mistakes(this.upcasters)) {
      throw mistake;
    }
  }

  /** All that keeps stored events from arriving at these types; empty if nothing. */
  public static List<InvalidUpcasterException> mistakes(
      EventTypes types, Collection<? extends Upcaster> upcasters) {
    return UpcasterRules.mistakes(new Upcasters(types, upcasters));
  }

  /**
   * Writes an event in the current revision of its type.
   *
   * @throws UnknownEventTypeException if its class is not known, or it is a {@link RawEvent}
   * @throws PayloadException if it cannot be written as JSON
   */
  public StoredPayload encode(Event event) {
    EventRevision current = types.revision(event);
    return new StoredPayload(current.type(), current.revision(), codec.encode(event));
  }

  /**
   * Reads what is stored.
   *
   * @return the event; or the events that upcasters have made of it; empty if one has dropped it,
   *     or if it is unknown and unknown events are skipped
   * @throws UnknownEventTypeException if its type or revision is unknown and unknown events fail
   * @throws UpcastException if an upcaster fails
   * @throws PayloadException if the JSON does not fit the class of the event
   */
  public List<Event> decode(StoredPayload stored) {
    KnownEvent known = types.find(stored.type());
    if (known != null && known.current().revision() == stored.revision()) {
      return List.of(codec.decode(stored.json(), known.type()));
    }
    EventRevision revision = new EventRevision(stored.type(), stored.revision());
    Upcaster upcaster = upcasters.find(revision);
    if (upcaster != null) {
      return Upcasting.run(stored, upcaster, upcasters, codec);
    }
    return switch (unknownEvents) {
      case FAIL ->
          throw known == null
              ? UnknownEventTypeException.ofName(revision.toString(), types.names())
              : UnknownEventTypeException.ofRevision(revision, known.current());
      case SKIP -> List.of();
      case RAW -> List.of(new RawEvent(stored.type(), stored.revision(), stored.json()));
    };
  }

  /**
   * Whether the application knows what to make of such events, be it that upcasters drop them.
   *
   * @param revision at least 1
   */
  public boolean isReadable(String type, int revision) {
    KnownEvent known = types.find(type);
    return (known != null && known.current().revision() == revision)
        || upcasters.find(new EventRevision(type, revision)) != null;
  }

  /** The classes that events are read as. */
  public Set<Class<? extends Event>> classes() {
    return types.classes();
  }

  /** Every type that the application writes, in the revision that it writes. */
  public Set<EventRevision> written() {
    return types.written();
  }

  /**
   * Tells whether stored events still say the same: it is another one when the application knows
   * other types or revisions, or when an upcaster, or the class that it was written in, was
   * changed.
   */
  public String fingerprint() {
    Fingerprint print = new Fingerprint().add(unknownEvents.name()).addCode(codec.getClass());
    types.known().stream()
        .map(known -> known.current() + " " + EventTypeRules.names(known.type()))
        .sorted()
        .forEach(print::add);
    upcasters.bySource().entrySet().stream()
        .sorted(Comparator.comparing(step -> step.getKey().toString()))
        .forEach(
            step ->
                print
                    .add(step.getKey() + " to " + step.getValue().target())
                    .addCode(FunctionUpcaster.code(step.getValue())));
    return print.toString();
  }
}
