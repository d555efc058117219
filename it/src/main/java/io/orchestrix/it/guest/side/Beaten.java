package io.orchestrix.it.guest.side;

import io.orchestrix.message.Event;
import java.time.Instant;

/** A pulse has beaten. */
public record Beaten(String pulseId, Instant at) implements Event {}
