package io.orchestrix.rest.api;

import io.orchestrix.projection.Projection.Mode;
import io.orchestrix.projection.ProjectionStatus;
import io.orchestrix.subscription.SubscriptionStatus;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with a projection.
 *
 * @param name of it
 * @param mode when it handles events
 * @param version of its read model that is read
 * @param progress how far that is; {@code null} if it is inline, or has not begun
 * @param rebuild the version that is built beside it; {@code null} if none
 */
public record ProjectionView(
    String name,
    Mode mode,
    int version,
    @Nullable ProgressView progress,
    @Nullable RebuildView rebuild) {

  /**
   * A version of a read model that is built beside the live one.
   *
   * @param version of it
   * @param progress how far it is; {@code null} if it has not begun
   * @param left how many events it has to handle until it is where the live one is
   * @param remainingSeconds how long that will take at the speed so far; {@code null} if nobody can
   *     tell
   * @param switching whether it will be read as soon as it is there
   */
  public record RebuildView(
      int version,
      @Nullable ProgressView progress,
      long left,
      @Nullable Double remainingSeconds,
      boolean switching) {}

  static ProjectionView of(ProjectionStatus status, PayloadViews views) {
    ProjectionStatus.Rebuild rebuild = status.rebuild();
    return new ProjectionView(
        status.name(),
        status.mode(),
        status.live().version(),
        progress(status.subscription(), views),
        rebuild == null ? null : of(rebuild, views));
  }

  private static RebuildView of(ProjectionStatus.Rebuild rebuild, PayloadViews views) {
    Duration remaining = rebuild.remaining();
    return new RebuildView(
        rebuild.readModel().version(),
        progress(rebuild.subscription(), views),
        rebuild.left(),
        remaining == null ? null : ProgressView.seconds(remaining),
        rebuild.isSwitching());
  }

  private static @Nullable ProgressView progress(
      @Nullable SubscriptionStatus status, PayloadViews views) {
    return status == null ? null : ProgressView.of(status, views);
  }
}
