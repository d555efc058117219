package io.orchestrix.eventstore;

import io.orchestrix.message.Event;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.message.Metadata;

/**
 * An event as it stands in the store.
 *
 * @param stream the stream it belongs to
 * @param version its place in that stream, from 1 without gaps
 * @param position its place among all events
 * @param metadata what is known of it
 * @param payload the fact itself
 */
public record RecordedEvent(
    StreamId stream, long version, GlobalPosition position, Metadata metadata, Event payload) {}
