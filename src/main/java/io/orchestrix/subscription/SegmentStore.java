package io.orchestrix.subscription;

import io.orchestrix.message.GlobalPosition;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the checkpoints of subscriptions, and who works on what. Thread-safe; every operation joins
 * the unit of work of the thread, or is one of its own.
 *
 * <p>Who works on a segment has a {@link Claim} on it. A later claim by anybody ends it: {@link
 * #advance} and {@link #trouble} then do nothing and say so, which is checked in the same unit of
 * work in which they would write. So a node that was believed dead and is not cannot write.
 */
public interface SegmentStore {

  /**
   * Makes the segments of new subscriptions; others stay as they are, also in how many segments
   * they have.
   */
  void add(Collection<Subscription> subscriptions);

  /**
   * Extends the lease of {@code node} and tells who is alive. The time is that of the store, so
   * that clocks of nodes do not matter. Segments of nodes whose lease is over have no owner.
   */
  Roster beat(String node, Duration lease);

  /** Ends the lease of {@code node} and its claims. */
  void leave(String node);

  /**
   * Claims a segment for {@code node}.
   *
   * @param epoch which it had when it was looked at
   * @return how it stands; empty if somebody else was faster, or it was paused
   */
  Optional<SegmentState> claim(SegmentId segment, long epoch, String node);

  /** How a segment stands; empty if the claim has ended. */
  Optional<SegmentState> find(Claim claim);

  /**
   * Moves the checkpoint, which ends the trouble with an event that it passes.
   *
   * @param handled how many events more the handler has taken
   * @return false if the claim has ended; then the unit of work must not commit
   */
  boolean advance(Claim claim, GlobalPosition checkpoint, int handled);

  /**
   * Remembers what keeps a segment from going on.
   *
   * @return false if the claim has ended
   */
  boolean trouble(Claim claim, Trouble trouble);

  /** The segments of a subscription, in their order; empty if there is no such. */
  List<SegmentState> segments(String subscription);

  /** The segments of all subscriptions, in their order. */
  List<SegmentState> segments();

  /**
   * Ends all claims on a subscription, and allows none until it is {@linkplain #resume resumed}.
   */
  void pause(String subscription);

  /** Allows claims, and forgets trouble that is final. */
  void resume(String subscription);

  /**
   * Sets a paused subscription back, so that the events after {@code checkpoint} come again; up to
   * where its segments were they are replays. It never goes forward, so no event is left out.
   *
   * @param segments into how many it is divided from now on
   * @return false if it runs; then nothing is done
   */
  boolean rewind(String subscription, GlobalPosition checkpoint, int segments);

  /**
   * Ends all claims on a subscription that follows another; from now on events are replays to it if
   * they were to that one, or if it has passed them.
   */
  void promote(String subscription, String before);

  /** Forgets a subscription. */
  void remove(String subscription);
}
