package io.orchestrix.it.guest.side;

import io.orchestrix.message.Event;

/** A light was switched. */
public record LightSwitched(boolean on) implements Event {}
