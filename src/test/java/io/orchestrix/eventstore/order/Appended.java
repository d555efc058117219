package io.orchestrix.eventstore.order;

import io.orchestrix.message.Event;
import io.orchestrix.message.EventType;

/** An event that says who wrote it. */
@EventType("appended")
public record Appended(String writer, int number) implements Event {}
