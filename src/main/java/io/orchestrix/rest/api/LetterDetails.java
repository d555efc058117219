package io.orchestrix.rest.api;

import io.orchestrix.deadletter.DeadLetter;
import io.orchestrix.deadletter.DeadLetterQueue;
import io.orchestrix.deadletter.DeadLetterSubject;
import io.orchestrix.deadletter.Failure;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.message.EventFormat;
import io.orchestrix.message.EventRevision;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.message.StoredPayload;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes of dead letters what operators see of them. Thread-safe. */
@ApplicationScoped
class LetterDetails {

  @Inject DeadLetterQueue letters;
  @Inject EventStore store;
  @Inject EventFormat format;
  @Inject EventViews events;
  @Inject PayloadViews views;

  DeadLetterDetail of(DeadLetter letter) {
    Failure failure = letter.failure();
    EventView event = event(letter.id().position());
    return new DeadLetterDetail(
        DeadLetterView.of(letter, views),
        failure == null || !views.isAllShown() ? null : failure.stack(),
        event,
        payload(letter, event),
        letters.history(letter.id()).stream()
            .map(action -> DeadLetterDetail.ActionView.of(action, views))
            .toList());
  }

  private @Nullable EventView event(GlobalPosition position) {
    return EventReads.at(store, position).map(events::of).orElse(null);
  }

  private @Nullable Object payload(DeadLetter letter, @Nullable EventView event) {
    Optional<StoredPayload> edited = letter.edited();
    if (edited.isPresent()) {
      return views.ofEvent(edited.get());
    }
    DeadLetterSubject subject = letter.subject();
    List<Object> stored = event == null ? null : event.payloads();
    boolean isWrittenSo =
        format.written().contains(new EventRevision(subject.type(), subject.revision()));
    return isWrittenSo && stored != null && stored.size() == 1 ? stored.get(0) : null;
  }
}
