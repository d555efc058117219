package io.orchestrix.it.guest;

import io.orchestrix.message.Event;

/** A line was written on a note. */
public record LineWritten(String noteId, String line) implements Event {}
