package io.orchestrix.deadline;

/**
 * Where deadlines of one class of payloads go.
 *
 * @param handler handles them
 * @param description the handler, for people
 */
public record DeadlineRoute(PayloadHandler handler, String description) {}
