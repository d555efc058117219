package io.orchestrix.subscription.inmemory;

import io.orchestrix.message.GlobalPosition;
import io.orchestrix.subscription.SegmentId;
import io.orchestrix.subscription.SegmentState;
import io.orchestrix.subscription.Subscription;
import io.orchestrix.subscription.Trouble;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of a segment. */
final class Changes {

  private Changes() {}

  static SegmentState added(Subscription subscription, int segment) {
    return new SegmentState(
        new SegmentId(subscription.name(), segment),
        subscription.segments(),
        true,
        subscription.start(),
        subscription.replayedTo(),
        0,
        null,
        0,
        null);
  }

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

  static SegmentState promoted(SegmentState old) {
    SegmentState free = released(old);
    return at(free, free.checkpoint(), free.checkpoint(), free.handled(), free.trouble());
  }

  static SegmentState advanced(SegmentState old, GlobalPosition checkpoint, int handled) {
    return at(old, checkpoint, old.replayedTo(), old.handled() + handled, null);
  }

  static SegmentState troubled(SegmentState old, Trouble trouble) {
    return at(old, old.checkpoint(), old.replayedTo(), old.handled(), trouble);
  }

  static SegmentState rewound(
      SegmentState old, GlobalPosition checkpoint, GlobalPosition replayedTo) {
    GlobalPosition latest =
        Collections.max(List.of(old.checkpoint(), old.replayedTo(), replayedTo));
    return at(old, checkpoint, latest, 0, null);
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
