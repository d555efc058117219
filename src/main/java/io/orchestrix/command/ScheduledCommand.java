package io.orchestrix.command;

import java.time.Instant;

/**
 * A command that is to be sent at a time.
 *
 * @param key by which it is {@linkplain CommandBus#cancel cancelled}
 * @param dueAt when it is sent
 */
public record ScheduledCommand(String key, Instant dueAt) {}
