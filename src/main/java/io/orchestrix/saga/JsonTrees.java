package io.orchestrix.saga;

import io.orchestrix.message.Event;
import io.orchestrix.message.EventFormat;
import io.orchestrix.message.PayloadCodec;
import io.orchestrix.message.StoredPayload;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values of applications as JSON within the JSON of the journal: maps, lists, texts and numbers.
 * Immutable, thread-safe.
 */
record JsonTrees(PayloadCodec codec, EventFormat format) {

  /** What stands in the journal for a value. */
  Object tree(Object value) {
    return codec.decode(codec.encode(value), Object.class);
  }

  /** What stands in the journal for a value that may be none. */
  @Nullable Object treeOrNull(@Nullable Object value) {
    return value == null ? null : tree(value);
  }

  /** The value that stands in the journal. */
  <T> T value(Object tree, Class<T> type) {
    return codec.decode(codec.encode(tree), type);
  }

  /** The event that an instance has received, as the application reads it now. */
  Event event(ReceivedEvent received) {
    List<Event> events =
        format.decode(
            new StoredPayload(
                received.type(), received.revision(), codec.encode(received.payload())));
    if (events.size() != 1) {
      throw SagaException.severalEvents(received.type(), received.revision(), events.size());
    }
    return events.get(0);
  }
}
