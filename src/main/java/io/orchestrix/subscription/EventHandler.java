package io.orchestrix.subscription;

import io.orchestrix.eventstore.RecordedEvent;

/**
 * What a subscription does with events. Thread-safe when the subscription has several segments;
 * events of one sequence come one after the other.
 */
public interface EventHandler {

  /**
   * Whether it does something with such an event; asked of each, outside of any transaction. An
   * event that cannot be read is its failure.
   */
  boolean wants(RecordedEvent event);

  /**
   * Handles the events of {@code batch} in their order, in the transaction that moves the
   * checkpoint. What it throws rolls all of it back, and counts against the event that it has taken
   * last; the others come again.
   *
   * @throws Exception what the failure of an event is
   */
  void handle(EventBatch batch) throws Exception;

  /** What is to be done when {@code event} fails. */
  FailurePolicy onFailure(RecordedEvent event);
}
