package io.orchestrix.eventstore;

/**
 * Keeps streams of events: appended under conditions, read alone or all in one order. Thread-safe.
 */
public interface EventStore extends StreamAppender, StreamReader, GlobalReader, StreamDirectory {}
