package io.orchestrix.eventstore;

import io.orchestrix.message.GlobalPosition;

/**
 * Where an append has put its events, or where they were already.
 *
 * @param stream the stream that has them
 * @param version the version of the stream with the last of them
 * @param position the position of the last of them
 */
public record AppendResult(StreamId stream, long version, GlobalPosition position) {}
