package io.orchestrix.it.guest.side;

/** Whether a light is on. */
public record LightState(boolean on) {}
