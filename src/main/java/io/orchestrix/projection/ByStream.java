package io.orchestrix.projection;

import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.subscription.Sequencing;

/** The events of a stream are in order. */
public final class ByStream implements Sequencing {

  @Override
  public String key(RecordedEvent event) {
    return Sequencing.BY_STREAM.key(event);
  }
}
