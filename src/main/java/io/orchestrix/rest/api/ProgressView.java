package io.orchestrix.rest.api;

import io.orchestrix.subscription.SegmentState;
import io.orchestrix.subscription.SubscriptionState;
import io.orchestrix.subscription.SubscriptionStatus;
import io.orchestrix.subscription.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a subscription is, on whatever nodes it runs.
 *
 * @param subscription its name, under which its dead letters are
 * @param state the worst of its segments
 * @param position the last event that all of its segments have passed
 * @param lag how many events it has not passed; bounded, as nobody counts farther
 * @param behindSeconds how long the first of those has waited
 * @param handled how many events it has taken since it was new or replayed; two looks tell how many
 *     a second
 * @param segments its parts
 */
public record ProgressView(
    String subscription,
    SubscriptionState state,
    long position,
    long lag,
    double behindSeconds,
    long handled,
    List<SegmentView> segments) {

  /**
   * A part of a subscription.
   *
   * @param segment which one, from 0
   * @param node that works on it; {@code null} if none does
   * @param running whether it is not paused
   * @param position the last event that it has passed
   * @param replayedTo up to where it handles events again
   * @param handled how many events it has taken
   * @param trouble the last failure, if that keeps it from going on; {@code null} if all is well
   */
  public record SegmentView(
      int segment,
      @Nullable String node,
      boolean running,
      long position,
      long replayedTo,
      long handled,
      @Nullable TroubleView trouble) {}

  /**
   * What keeps a segment from going on.
   *
   * @param position of the event that fails
   * @param attempts so far
   * @param retryAt when it is tried again
   * @param failure why: a code or a class, and more where all may be seen
   * @param stopped whether nothing is tried before somebody resumes it
   */
  public record TroubleView(
      long position, int attempts, Instant retryAt, @Nullable String failure, boolean stopped) {}

  static ProgressView of(SubscriptionStatus status, PayloadViews views) {
    return new ProgressView(
        status.name(),
        status.state(),
        status.checkpoint().value(),
        status.lag(),
        seconds(status.behind()),
        status.handled(),
        status.segments().stream().map(segment -> of(segment, views)).toList());
  }

  private static SegmentView of(SegmentState segment, PayloadViews views) {
    Trouble trouble = segment.trouble();
    return new SegmentView(
        segment.id().segment(),
        segment.owner(),
        segment.isRunning(),
        segment.checkpoint().value(),
        segment.replayedTo().value(),
        segment.handled(),
        trouble == null ? null : of(trouble, views));
  }

  private static TroubleView of(Trouble trouble, PayloadViews views) {
    return new TroubleView(
        trouble.position().value(),
        trouble.attempts(),
        trouble.retryAt(),
        views.ofFailure(trouble.failure()),
        trouble.isFinal());
  }

  static double seconds(Duration duration) {
    return duration.toMillis() / 1_000.0;
  }
}
