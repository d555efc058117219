package io.orchestrix.it.guest.bells;

/** What a deadline knows: which bell is to ring. */
public record Alarm(String bellId) {}
