package io.orchestrix.subscription.inmemory;

import io.orchestrix.message.GlobalPosition;
import io.orchestrix.subscription.SegmentState;
import io.orchestrix.subscription.Trouble;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of a segment. */
final class Changes {

  private Changes() {}

  static SegmentState claimed(SegmentState old, String node) {
    return owned(old, old.isRunning(), node, old.trouble());
  }

  static SegmentState released(SegmentState old) {
    return owned(old, old.isRunning(), null, old.trouble());
  }

  static SegmentState paused(SegmentState old) {
    return owned(old, false, null, old.trouble());
  }

  static SegmentState resumed(SegmentState old) {
    return owned(old, true, null, null);
  }

  private static SegmentState owned(
      SegmentState old, boolean isRunning, @Nullable String owner, @Nullable Trouble trouble) {
    return new SegmentState(
        old.id(),
        old.segments(),
        isRunning,
        old.checkpoint(),
        old.replayedTo(),
        old.handled(),
        owner,
        old.epoch() + 1,
        trouble);
  }

  static SegmentState promoted(SegmentState old, GlobalPosition replayedTo) {
    SegmentState free = released(old);
    GlobalPosition latest = Collections.max(List.of(free.checkpoint(), replayedTo));
    return at(free, free.checkpoint(), latest, free.handled(), free.trouble());
  }

  static SegmentState advanced(SegmentState old, GlobalPosition checkpoint, int handled) {
    Trouble trouble = old.trouble();
    boolean isPassed = trouble == null || trouble.position().compareTo(checkpoint) <= 0;
    return at(
        old, checkpoint, old.replayedTo(), old.handled() + handled, isPassed ? null : trouble);
  }

  static SegmentState troubled(SegmentState old, Trouble trouble) {
    return at(old, old.checkpoint(), old.replayedTo(), old.handled(), trouble);
  }

  private static SegmentState at(
      SegmentState old,
      GlobalPosition checkpoint,
      GlobalPosition replayedTo,
      long handled,
      @Nullable Trouble trouble) {
    return new SegmentState(
        old.id(),
        old.segments(),
        old.isRunning(),
        checkpoint,
        replayedTo,
        handled,
        old.owner(),
        old.epoch(),
        trouble);
  }
}
