package io.orchestrix.eventstore;

import io.orchestrix.OrchestrixException;
import io.orchestrix.message.Event;
import io.orchestrix.message.GlobalPosition;
import java.util.AbstractList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Payloads that are decoded when somebody asks for them. Thread-safe. */
final class DecodedLater extends AbstractList<Event> {

  private final StreamId stream;
  private final long version;
  private final GlobalPosition position;

  /** {@code null} as soon as the payloads are there. */
  private @Nullable Supplier<List<Event>> decoding;

  private volatile @Nullable List<Event> decoded;

  DecodedLater(
      Supplier<List<Event>> decoding, StreamId stream, long version, GlobalPosition position) {
    this.decoding = decoding;
    this.stream = stream;
    this.version = version;
    this.position = position;
  }

  private List<Event> decoded() {
    List<Event> known = decoded;
    return known == null ? decode() : known;
  }

  private synchronized List<Event> decode() {
    List<Event> known = decoded;
    if (known != null || decoding == null) {
      return known == null ? List.of() : known;
    }
    try {
      known = List.copyOf(decoding.get());
    } catch (OrchestrixException e) {
      throw StoreException.unreadable(stream, version, position, e);
    }
    decoded = known;
    decoding = null;
    return known;
  }

  @Override
  public Event get(int index) {
    return decoded().get(index);
  }

  @Override
  public int size() {
    return decoded().size();
  }
}
