package io.orchestrix.subscription;

import io.orchestrix.eventstore.RecordedEvent;

/** Wants events of some streams only, so that tests can share a store. */
record OnlyMine(String streams, EventHandler handler) implements EventHandler {

  @Override
  public boolean wants(RecordedEvent event) {
    return event.stream().key().startsWith(streams) && handler.wants(event);
  }

  @Override
  public void handle(EventBatch batch) throws Exception {
    handler.handle(batch);
  }

  @Override
  public FailurePolicy onFailure(RecordedEvent event) {
    return handler.onFailure(event);
  }
}
