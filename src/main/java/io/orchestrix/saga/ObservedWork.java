package io.orchestrix.saga;

import io.orchestrix.monitor.Activity.SagaWorking;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a monitor sees a piece of work, before it is done. */
record ObservedWork(SagaProgress progress, WorkId id) {

  /** An event is called by its type, as its id would name each one differently. */
  SagaWorking activity() {
    @Nullable ReceivedEvent event =
        id.kind() == WorkId.Kind.EVENT ? progress.inbox.get(id.name()) : null;
    return new SagaWorking(
        progress.saga,
        id.kind().name().toLowerCase(Locale.ROOT),
        event == null ? id.name() : event.type(),
        event == null ? progress.origin.traceparent() : event.traceparent());
  }
}
