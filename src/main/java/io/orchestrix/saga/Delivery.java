package io.orchestrix.saga;

import io.orchestrix.message.Event;
import io.orchestrix.message.Origin;

/**
 * An event that an instance is to receive.
 *
 * @param event as its journal keeps it
 */
record Delivery(ReceivedEvent event, Event payload, Origin origin) {}
