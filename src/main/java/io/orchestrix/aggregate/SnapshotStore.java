package io.orchestrix.aggregate;

import io.orchestrix.eventstore.StreamId;
import java.util.Optional;

/**
 * Keeps the last snapshot of each stream. Thread-safe; joins the transaction of the thread.
 *
 * <p>What it fails with says what becomes of the work around it: after an {@link
 * io.orchestrix.OrchestrixException} the transaction of the thread cannot go on, so it reaches the
 * caller; anything else means no more than that there is no snapshot.
 */
public interface SnapshotStore {

  /** The snapshot of a stream. It need not fit: whoever asks compares it with the events. */
  Optional<Snapshot> find(StreamId stream);

  /** Keeps a snapshot in place of the one before. */
  void save(Snapshot snapshot);
}
