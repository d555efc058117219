package io.orchestrix.eventstore;

import io.orchestrix.message.GlobalPosition;

/**
 * Where an append has put its events.
 *
 * @param version the version of the stream after it
 * @param position the position of its last event
 */
public record AppendResult(long version, GlobalPosition position) {}
