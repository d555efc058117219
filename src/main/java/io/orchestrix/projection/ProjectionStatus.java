package io.orchestrix.projection;

import io.orchestrix.subscription.SubscriptionStatus;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with a projection.
 *
 * @param mode when it handles events
 * @param live the version of its read model that is read
 * @param subscription how far the live version is; {@code null} if it is inline, or has not begun
 * @param rebuild the version that is built beside it; {@code null} if none
 */
public record ProjectionStatus(
    String name,
    Projection.Mode mode,
    ReadModel live,
    @Nullable SubscriptionStatus subscription,
    @Nullable Rebuild rebuild) {

  /**
   * A version of a read model that is built beside the live one.
   *
   * @param subscription how far it is; {@code null} if it has not begun
   * @param left how many events it has to handle until it is where the live one is
   * @param remaining how long that will take at the speed so far; {@code null} if nobody can tell
   * @param isSwitching whether it will be read as soon as it is there
   */
  public record Rebuild(
      ReadModel readModel,
      @Nullable SubscriptionStatus subscription,
      long left,
      @Nullable Duration remaining,
      boolean isSwitching) {}
}
