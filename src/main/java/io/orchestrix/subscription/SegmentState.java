package io.orchestrix.subscription;

import io.orchestrix.message.GlobalPosition;
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
    @Nullable Trouble trouble) {}
