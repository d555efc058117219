package io.orchestrix.monitor;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a {@link Monitor} is told: one record for each kind of happening. */
public sealed interface Signal {

  /**
   * A command was handled, or failed for good.
   *
   * @param commandType the logical type name
   * @param elapsed from sending to the answer, over all attempts
   * @param failure the exception it ended with; {@code null} if it was handled
   */
  record CommandHandled(String commandType, Duration elapsed, @Nullable Throwable failure)
      implements Signal {}

  /**
   * A command lost against a concurrent one and will be tried again.
   *
   * @param commandType the logical type name
   * @param attempt the attempt that failed, from 1
   * @param pause how long is waited before the next
   */
  record CommandRetried(String commandType, int attempt, Duration pause) implements Signal {}

  /**
   * A query was answered, or failed.
   *
   * @param queryType the logical type name
   * @param elapsed from asking to the answer
   * @param failure the exception it ended with; {@code null} if it was answered
   */
  record QueryHandled(String queryType, Duration elapsed, @Nullable Throwable failure)
      implements Signal {}

  /**
   * An aggregate was rebuilt from its events.
   *
   * @param category the kind of aggregate
   * @param events how many events were applied
   * @param elapsed the time of reading and applying
   */
  record AggregateLoaded(String category, int events, Duration elapsed) implements Signal {}

  /**
   * Events were appended, and committed.
   *
   * @param category the kind of stream
   * @param events how many
   */
  record EventsAppended(String category, int events) implements Signal {}

  /**
   * An append was refused, as a concurrent one was faster.
   *
   * @param category the kind of stream
   */
  record AppendConflicted(String category) implements Signal {}

  /**
   * The event store was asked for something.
   *
   * @param operation what, as one of a dozen words, such as {@code append} or {@code read stream}
   * @param elapsed the time until it answered, without the commit
   * @param failure the exception it ended with; {@code null} if it answered
   */
  record StoreOperated(String operation, Duration elapsed, @Nullable Throwable failure)
      implements Signal {}

  /**
   * Somebody asked how far all events can be read.
   *
   * @param behind how many positions are given but cannot be read yet
   * @param holder the append that readers wait for; {@code null} if none
   * @param heldFor how long its transaction has been open
   */
  record WatermarkRead(long behind, @Nullable String holder, Duration heldFor) implements Signal {}

  /**
   * An aggregate was rebuilt from a snapshot and the events after it.
   *
   * @param category the kind of aggregate
   * @param version the version of the snapshot
   */
  record SnapshotUsed(String category, long version) implements Signal {}

  /**
   * A snapshot does not fit, so the aggregate is rebuilt from its events.
   *
   * @param category the kind of aggregate
   * @param reason why it does not
   */
  record SnapshotIgnored(String category, Reason reason) implements Signal {

    /** Why a snapshot is of no use. */
    public enum Reason {
      /** Its aggregate, events or upcasters were changed since. */
      OTHER_CODE,
      /** Its stream has another event in that version, or none. */
      OTHER_EVENTS,
      /** Its state cannot be read. */
      UNREADABLE,
      /** The store of snapshots failed. */
      FAILED
    }
  }

  /**
   * A snapshot was written; it counts when the surrounding transaction commits.
   *
   * @param category the kind of aggregate
   * @param version the version of the snapshot
   * @param characters how long its state is
   */
  record SnapshotWritten(String category, long version, int characters) implements Signal {}

  /**
   * A snapshot was due but not written: the state does not survive being written and read.
   *
   * @param category the kind of aggregate
   */
  record SnapshotRefused(String category) implements Signal {}

  /**
   * A subscription has handled events, and its checkpoint says so.
   *
   * @param subscription its name
   * @param events how many
   * @param elapsed the time of their transaction
   */
  record BatchHandled(String subscription, int events, Duration elapsed) implements Signal {}

  /**
   * A subscription could not handle an event.
   *
   * @param subscription its name
   * @param attempt which one it was, from 1
   * @param isLast whether it is not tried again by itself
   */
  record EventFailed(String subscription, int attempt, boolean isLast) implements Signal {}

  /**
   * A subscription could not handle an event, and put it aside; it counts when the surrounding
   * transaction commits, as the next two do.
   *
   * @param subscription its name
   * @param attempts how often the handling of that event failed so far
   */
  record DeadLetterParked(String subscription, int attempts) implements Signal {}

  /**
   * An event that was put aside, or waited for one, was handled.
   *
   * @param subscription its name
   */
  record DeadLetterHandled(String subscription) implements Signal {}

  /**
   * Events that were put aside, or waited for one, will not be handled.
   *
   * @param subscription its name
   * @param letters how many
   */
  record DeadLettersDiscarded(String subscription, int letters) implements Signal {}

  /**
   * A deadline has fired.
   *
   * @param handler whose it was
   * @param late how long after its time it was begun
   */
  record DeadlineFired(String handler, Duration late) implements Signal {}

  /**
   * A deadline could not fire.
   *
   * @param handler whose it is
   * @param attempt which one it was, from 1
   * @param isLast whether it was given up
   */
  record DeadlineFailed(String handler, int attempt, boolean isLast) implements Signal {}

  /**
   * An instance of a saga could not do a piece of work.
   *
   * @param saga its name
   * @param attempt which one it was, from 1
   * @param isLast whether the instance is quarantined
   */
  record SagaWorkFailed(String saga, int attempt, boolean isLast) implements Signal {}

  /**
   * An instance of a saga has ended.
   *
   * @param saga its name
   * @param how {@code COMPLETED} or {@code COMPENSATED}
   * @param elapsed since its start
   */
  record SagaEnded(String saga, String how, Duration elapsed) implements Signal {}
}
