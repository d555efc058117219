package io.orchestrix.rest.api;

import io.orchestrix.background.BackgroundThreads;
import io.orchestrix.eventstore.EventFilter;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.message.GlobalPosition;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Those who follow the events. Thread-safe. */
@ApplicationScoped
class EventTails {

  private static final int MOST = 100;

  @Inject EventStore store;
  @Inject EventViews views;
  @Inject AnswerWriter writer;
  @Inject BackgroundThreads threads;

  private final Set<EventTail> open = ConcurrentHashMap.newKeySet();

  /**
   * Sends events from now on, until the client goes away or the application ends.
   *
   * @throws TooManyTailsException if so many follow that one more is too many
   */
  void follow(GlobalPosition after, EventFilter filter, SseEventSink sink, Sse sse) {
    if (open.size() >= MOST) {
      throw new TooManyTailsException(MOST);
    }
    EventTail tail =
        new EventTail(
            new EventTail.Source(after, filter, store, event -> writer.json(views.of(event))),
            new EventTail.Target(sink, sse),
            threads,
            open::remove);
    open.add(tail);
    tail.goOn();
  }

  @PreDestroy
  void end() {
    open.forEach(EventTail::end);
  }
}
