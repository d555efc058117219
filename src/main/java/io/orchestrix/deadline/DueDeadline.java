package io.orchestrix.deadline;

/**
 * A deadline on the way to its handler.
 *
 * @param payload what was scheduled
 */
public record DueDeadline(Object payload, Deadline deadline) {}
