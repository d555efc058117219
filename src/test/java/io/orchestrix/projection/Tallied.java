package io.orchestrix.projection;

import io.orchestrix.message.Event;
import io.orchestrix.message.EventType;

/** Something was counted. */
@EventType("tallied")
public record Tallied(String name, int by) implements Event {}
