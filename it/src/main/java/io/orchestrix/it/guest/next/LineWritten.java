package io.orchestrix.it.guest.next;

import io.orchestrix.message.Event;
import io.orchestrix.message.EventType;

/** A line was written on a note, by somebody. */
@EventType(revision = 2)
public record LineWritten(String noteId, String line, String author) implements Event {}
