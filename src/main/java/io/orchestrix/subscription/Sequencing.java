package io.orchestrix.subscription;

import io.orchestrix.eventstore.RecordedEvent;

/**
 * Says which events have to be handled in their order: those with an equal key. Events of different
 * keys may be handled at the same time, when there are several segments, and do not wait for one
 * another's failures.
 *
 * <p>An implementation is thread-safe, and answers the same for the same event at all times.
 */
@FunctionalInterface
public interface Sequencing {

  /** The events of a stream are in order. */
  Sequencing BY_STREAM = event -> event.stream().toString();

  /** The longest key. */
  int LONGEST_KEY = 301;

  /** The key of an event, of at most {@value #LONGEST_KEY} characters. */
  String key(RecordedEvent event);
}
