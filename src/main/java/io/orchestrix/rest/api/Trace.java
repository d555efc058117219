package io.orchestrix.rest.api;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part of a conversation, in the order in which its events were stored. The {@code causationId}
 * of each names the message that caused it, so that a tree can be drawn.
 *
 * @param correlationId what all messages of it share
 * @param events the next of them
 * @param next the value of {@code after} for the part that follows; {@code null} at the end
 */
public record Trace(UUID correlationId, List<EventView> events, @Nullable String next) {}
