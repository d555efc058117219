package io.orchestrix.subscription;

import io.orchestrix.message.GlobalPosition;
import java.util.Comparator;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A segment as it stands in the store.
 *
 * @param segments how many the subscription is divided into
 * @param isRunning whether its subscription is not paused
 * @param checkpoint the last event that it has passed
 * @param replayedTo up to where it handles events again that it has handled before
 * @param handled how many events its handler has taken since it was new or replayed
 * @param owner the node that may work on it; {@code null} if none, or if that has left
 * @param epoch grows each time when the owner changes; who has an older one cannot write
 * @param trouble {@code null} if all is well
 */
public record SegmentState(
    SegmentId id,
    int segments,
    boolean isRunning,
    GlobalPosition checkpoint,
    GlobalPosition replayedTo,
    long handled,
    @Nullable String owner,
    long epoch,
    @Nullable Trouble trouble) {

  /** Of a new subscription. */
  public static SegmentState added(Subscription subscription, int segment) {
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

  /**
   * The segments of a paused subscription, set back so that the events after {@code checkpoint}
   * come again; those that a segment has not passed are never left out.
   *
   * @param divided into how many segments it is divided from now on
   */
  public static List<SegmentState> rewound(
      String subscription, List<SegmentState> before, GlobalPosition checkpoint, int divided) {
    GlobalPosition from =
        before.stream()
            .map(SegmentState::checkpoint)
            .reduce(BinaryOperator.minBy(Comparator.naturalOrder()))
            .map(passed -> passed.compareTo(checkpoint) < 0 ? passed : checkpoint)
            .orElse(GlobalPosition.START);
    GlobalPosition latest =
        before.stream()
            .map(SegmentState::handledTo)
            .reduce(GlobalPosition.START, BinaryOperator.maxBy(Comparator.naturalOrder()));
    long epoch = before.stream().mapToLong(SegmentState::epoch).max().orElse(0) + 1;
    return IntStream.range(0, divided)
        .mapToObj(
            i ->
                new SegmentState(
                    new SegmentId(subscription, i),
                    divided,
                    false,
                    from,
                    before.size() == divided ? before.get(i).handledTo() : latest,
                    0,
                    null,
                    epoch,
                    null))
        .toList();
  }

  /** The last event that it has handled at any time. */
  private GlobalPosition handledTo() {
    return replayedTo.compareTo(checkpoint) > 0 ? replayedTo : checkpoint;
  }
}
