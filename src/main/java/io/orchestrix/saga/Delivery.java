package io.orchestrix.saga;

import io.orchestrix.message.Event;
import io.orchestrix.message.Origin;

/**
 * An event that an instance is to receive.
 *
 * @param event as its journal keeps it
 * @param isStart whether it may begin an instance
 */
record Delivery(ReceivedEvent event, Event payload, Origin origin, boolean isStart) {}
