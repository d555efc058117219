package io.orchestrix.message;

/** What travels through the framework: an immutable value, best written as a record. */
public sealed interface Message permits Command, Event {}
