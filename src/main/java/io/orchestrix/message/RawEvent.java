package io.orchestrix.message;

/**
 * A stored event that the application does not know, as it stands in the store; read with {@code
 * orchestrix.unknown-events=raw}. It can be looked at and passed on, but never be appended.
 *
 * @param type the stored name of its type
 * @param revision the stored revision of its payload
 * @param json its payload as it was written
 */
public record RawEvent(String type, int revision, String json) implements Event {}
