package io.orchestrix.subscription;

import io.orchestrix.eventstore.Backlog;
import io.orchestrix.message.GlobalPosition;
import java.time.Duration;
import java.util.List;

/**
 * How it stands with a subscription, on whatever nodes it runs.
 *
 * @param checkpoint the last event that all of its segments have passed
 * @param lag how many events it has not passed, at most {@value Backlog#MOST}
 * @param behind how long the first of those has waited
 * @param handled how many events its handler has taken since it was new or replayed
 */
public record SubscriptionStatus(
    String name,
    SubscriptionState state,
    GlobalPosition checkpoint,
    long lag,
    Duration behind,
    long handled,
    List<SegmentState> segments) {

  /** What is behind by less is live: a batch may be under way. */
  private static final Duration A_MOMENT = Duration.ofSeconds(1);

  public SubscriptionStatus {
    segments = List.copyOf(segments);
  }

  static SubscriptionStatus of(
      String name,
      List<SegmentState> segments,
      GlobalPosition checkpoint,
      Backlog backlog,
      Duration behind) {
    return new SubscriptionStatus(
        name,
        state(segments, behind),
        checkpoint,
        backlog.events(),
        behind,
        segments.stream().mapToLong(SegmentState::handled).sum(),
        segments);
  }

  private static SubscriptionState state(List<SegmentState> segments, Duration behind) {
    SubscriptionState worst =
        behind.compareTo(A_MOMENT) < 0 ? SubscriptionState.LIVE : SubscriptionState.CATCHING_UP;
    for (SegmentState segment : segments) {
      SubscriptionState own = state(segment);
      worst = own.compareTo(worst) > 0 ? own : worst;
    }
    return worst;
  }

  private static SubscriptionState state(SegmentState segment) {
    if (!segment.isRunning()) {
      return SubscriptionState.PAUSED;
    }
    Trouble trouble = segment.trouble();
    if (trouble == null) {
      return SubscriptionState.LIVE;
    }
    return trouble.isFinal() ? SubscriptionState.FAILED : SubscriptionState.RETRYING;
  }
}
