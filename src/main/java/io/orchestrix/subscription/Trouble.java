package io.orchestrix.subscription;

import io.orchestrix.message.GlobalPosition;
import java.time.Instant;

/**
 * What keeps a segment from going on.
 *
 * @param position of the event that fails
 * @param attempts so far
 * @param retryAt when it is tried again
 * @param failure why, for people
 * @param isFinal whether nothing is tried before somebody resumes the subscription
 */
public record Trouble(
    GlobalPosition position, int attempts, Instant retryAt, String failure, boolean isFinal) {}
