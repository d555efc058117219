package io.orchestrix.subscription;

import io.orchestrix.deadletter.DeadLetterId;
import io.orchestrix.deadletter.DeadLetterSubject;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.message.GlobalPosition;
import java.util.List;

/**
 * What a segment has to do with the next events.
 *
 * @param handled those that its handler takes now
 * @param waiting those that wait behind a parked event of their sequence
 * @param through the last event that was looked at
 */
record Selection(List<Sequenced> handled, List<Sequenced> waiting, GlobalPosition through) {

  /** An event with the key of its sequence. */
  record Sequenced(RecordedEvent event, String key) {

    DeadLetterSubject subject(String subscription) {
      return new DeadLetterSubject(
          new DeadLetterId(subscription, event.position()),
          key,
          event.stream().toString(),
          event.version(),
          event.metadata().type(),
          event.revision());
    }
  }

  boolean isEmpty() {
    return handled.isEmpty() && waiting.isEmpty();
  }

  List<RecordedEvent> events() {
    return handled.stream().map(Sequenced::event).toList();
  }

  /** Those that wait, up to a position. */
  List<Sequenced> waitingUpTo(GlobalPosition position) {
    return waiting.stream()
        .filter(waits -> waits.event().position().compareTo(position) <= 0)
        .toList();
  }
}
