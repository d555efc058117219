package io.orchestrix.eventstore;

import io.orchestrix.message.EventFormat;
import io.orchestrix.message.EventRevision;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Comparator;
import java.util.List;

/** Compares the types of the stored events with those that the application knows. */
public final class StoredTypes {

  private static final Logger LOG = System.getLogger(StoredTypes.class.getName());

  private StoredTypes() {}

  /** The types of stored events that the application cannot read, each in its revision. */
  public static List<EventRevision> unreadable(EventStore store, EventFormat format) {
    return store.otherTypes(format.written()).stream()
        .filter(type -> !format.isReadable(type.type(), type.revision()))
        .sorted(Comparator.comparing(EventRevision::toString))
        .toList();
  }

  /** Logs a warning if there are any. */
  public static void warnOfUnreadable(EventStore store, EventFormat format) {
    List<EventRevision> unreadable = unreadable(store, format);
    if (!unreadable.isEmpty()) {
      LOG.log(
          Level.WARNING,
          "ORX-3012 The store holds events that this version of the application cannot read: %s. Deploy the code that knows them, give a renamed class its old name, or add an upcaster; until then orchestrix.unknown-events decides what becomes of them."
              .formatted(unreadable));
    }
  }
}
