package io.orchestrix.subscription;

import io.orchestrix.message.Event;
import io.orchestrix.message.EventType;

/** An event that subscriptions of tests handle. */
@EventType("marked")
public record Marked(String mark) implements Event {}
