package io.orchestrix.aggregate;

import io.orchestrix.OrchestrixException;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.message.Metadata;
import io.orchestrix.monitor.Signal.SnapshotIgnored;
import io.orchestrix.monitor.Signal.SnapshotIgnored.Reason;
import io.orchestrix.monitor.Signal.SnapshotRefused;
import io.orchestrix.monitor.Signal.SnapshotUsed;
import io.orchestrix.monitor.Signal.SnapshotWritten;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The snapshots of one class of aggregates: found, made use of, and written when the policy says
 * so. What is wrong with one costs the time that it would have saved, and nothing else.
 * Thread-safe.
 */
final class SnapshotKeeper<T extends AggregateRoot> {

  private final AggregateType<T> type;
  private final AggregateServices services;
  private final SnapshotComplaints complaints;
  private final boolean isOn;
  private final String fingerprint;

  SnapshotKeeper(AggregateType<T> type, AggregateServices services) {
    this.type = type;
    this.services = services;
    this.complaints = new SnapshotComplaints(type.type());
    this.isOn = !(type.snapshots() instanceof SnapshotPolicy.Never);
    this.fingerprint = isOn ? StateFingerprint.of(type, services.format()) : "";
  }

  /**
   * The snapshot of a stream, if it was made by this code; it remains to be compared with events.
   */
  @Nullable Snapshot find(StreamId stream) {
    if (!isOn) {
      return null;
    }
    Optional<Snapshot> found;
    try {
      found = services.snapshots().find(stream);
    } catch (OrchestrixException e) {
      throw e; // the transaction cannot go on
    } catch (RuntimeException e) {
      ignored(Reason.FAILED, stream, e);
      return null;
    }
    if (found.isPresent() && !found.get().fingerprint().equals(fingerprint)) {
      ignored(Reason.OTHER_CODE, stream, null);
      return null;
    }
    return found.orElse(null);
  }

  /** Reads the state of a snapshot into a new aggregate; {@code null} if it cannot be read. */
  @Nullable T restore(Snapshot snapshot) {
    T aggregate = type.create(snapshot.stream().key());
    try {
      services.states().decode(snapshot.state(), aggregate);
    } catch (RuntimeException e) {
      ignored(Reason.UNREADABLE, snapshot.stream(), e);
      return null;
    }
    aggregate.restored(snapshot.version());
    services.monitor().on(new SnapshotUsed(type.category(), snapshot.version()));
    return aggregate;
  }

  void ignored(Reason reason, StreamId stream, @Nullable Throwable cause) {
    complaints.ignored(reason, stream, cause);
    services.monitor().on(new SnapshotIgnored(type.category(), reason));
  }

  /** Whether a snapshot is to be written of an aggregate that has reached {@code version}. */
  boolean isDue(Provenance loaded, long version) {
    return isOn
        && type.snapshots().isDue(version - loaded.snapshot(), Duration.ofNanos(loaded.nanos()));
  }

  /**
   * Writes a snapshot.
   *
   * @param last the metadata of its last event
   * @return {@code null} if that failed
   */
  @Nullable Snapshot write(T aggregate, StreamId stream, Metadata last) {
    String state;
    try {
      state = verified(aggregate);
    } catch (RuntimeException e) {
      refused(stream, e);
      return null;
    }
    Snapshot snapshot =
        new Snapshot(stream, aggregate.version(), last.id(), fingerprint, state, last.time());
    try {
      services.snapshots().save(snapshot);
    } catch (OrchestrixException e) {
      throw e; // the transaction cannot go on
    } catch (RuntimeException e) {
      refused(stream, e);
      return null;
    }
    services.monitor().on(new SnapshotWritten(type.category(), snapshot.version(), state.length()));
    return snapshot;
  }

  /** The state as it is written, if that is all there is to it. */
  private String verified(T aggregate) {
    String state = services.states().encode(aggregate);
    T again = type.create(aggregate.id());
    services.states().decode(state, again);
    if (!services.states().encode(again).equals(state) && !isSame(aggregate, again)) {
      throw new IllegalStateException("It is another one when it was written and read.");
    }
    Field lost = FieldKinds.lost(aggregate, again);
    if (lost != null) {
      throw new IllegalStateException(
          "What is in %s came back as something of another class or order. Let the constructor make it."
              .formatted(lost));
    }
    return state;
  }

  /** A state with an {@code equals} tells it by that; what it holds may have no order. */
  private static boolean isSame(AggregateRoot written, AggregateRoot read) {
    return written instanceof Decided<?, ?, ?> before
        && read instanceof Decided<?, ?, ?> after
        && before.state().equals(after.state());
  }

  private void refused(StreamId stream, RuntimeException cause) {
    complaints.notWritten(stream, cause);
    services.monitor().on(new SnapshotRefused(type.category()));
  }
}
