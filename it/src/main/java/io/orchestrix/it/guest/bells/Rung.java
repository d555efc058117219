package io.orchestrix.it.guest.bells;

import io.orchestrix.message.Event;
import java.time.Instant;

/**
 * A bell has rung.
 *
 * @param at when its handler began
 * @param node where; empty on a server that has no name
 */
public record Rung(String bellId, Instant at, String node) implements Event {}
