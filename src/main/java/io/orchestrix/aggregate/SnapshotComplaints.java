package io.orchestrix.aggregate;

import io.orchestrix.eventstore.StreamId;
import io.orchestrix.monitor.Signal.SnapshotIgnored.Reason;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Tells once of each kind why a class is rebuilt from events without snapshots. Thread-safe. */
final class SnapshotComplaints {

  private static final Logger LOG = System.getLogger(SnapshotComplaints.class.getName());
  private static final String NOT_WRITTEN = "not written";

  private final Class<?> aggregate;
  private final Set<Object> told = ConcurrentHashMap.newKeySet();

  SnapshotComplaints(Class<?> aggregate) {
    this.aggregate = aggregate;
  }

  void ignored(Reason reason, StreamId stream, @Nullable Throwable cause) {
    if (told.add(reason)) {
      String what =
          switch (reason) {
            case OTHER_CODE -> "was made by other code";
            case OTHER_EVENTS -> "is of other events than the stream has";
            case UNREADABLE -> "cannot be read";
            case FAILED -> "was not to be had, as its store failed";
          };
      log(
          reason == Reason.OTHER_CODE ? Level.INFO : Level.WARNING,
          "ORX-4014 The snapshot of %s %s; the %s is rebuilt from its events, and a new one is written when it is due. Further ones are only counted."
              .formatted(stream, what, aggregate.getName()),
          cause);
    }
  }

  void notWritten(StreamId stream, Throwable cause) {
    if (told.add(NOT_WRITTEN)) {
      log(
          Level.WARNING,
          "ORX-4015 No snapshot of %s was written, as the state of a %s does not survive being written and read (see the cause). Let its fields hold what JSON can express, or remove @Snapshots. Further ones are only counted."
              .formatted(stream, aggregate.getName()),
          cause);
    }
  }

  private static void log(Level level, String message, @Nullable Throwable cause) {
    if (cause == null) {
      LOG.log(level, message);
    } else {
      LOG.log(level, message, cause);
    }
  }
}
