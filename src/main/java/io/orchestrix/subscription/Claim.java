package io.orchestrix.subscription;

/**
 * The right to work on a segment, until somebody else claims it.
 *
 * @param epoch of the claim
 */
public record Claim(SegmentId id, long epoch) {}
