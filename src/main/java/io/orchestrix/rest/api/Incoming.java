package io.orchestrix.rest.api;

import io.orchestrix.eventstore.NewEvent;
import io.orchestrix.eventstore.StreamId;

/**
 * An event of another system, read and checked.
 *
 * @param stream where it belongs
 * @param event as it is to be stored
 */
record Incoming(StreamId stream, NewEvent event) {}
