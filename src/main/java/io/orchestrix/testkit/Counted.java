package io.orchestrix.testkit;

import io.orchestrix.message.Event;
import io.orchestrix.message.EventType;

/** An event to test with: a number. */
@EventType("orchestrix.testkit.counted")
public record Counted(long number) implements Event {}
