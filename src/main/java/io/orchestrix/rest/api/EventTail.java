package io.orchestrix.rest.api;

import io.orchestrix.background.BackgroundThreads;
import io.orchestrix.eventstore.EventFilter;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.message.GlobalPosition;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Sends one client the events as they come: the next one when the one before was sent, so a slow
 * client has no more than a page of them waiting here. Looks for new ones each half second; when
 * there are none for a while, a comment keeps the connection open and shows whether anybody is
 * there.
 */
final class EventTail {

  private static final Logger LOG = System.getLogger(EventTail.class.getPackageName());
  private static final int PAGE = 100;
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final int QUIET = 30; // pauses, so 15 s

  /** What is sent. */
  record Source(
      GlobalPosition after,
      EventFilter filter,
      EventStore store,
      Function<RecordedEvent, String> json) {}

  /** To whom it is sent. */
  record Target(SseEventSink sink, Sse sse) {}

  private final Source source;
  private final Target target;
  private final BackgroundThreads threads;
  private final Consumer<EventTail> onEnd;
  private GlobalPosition seen;
  private Iterator<RecordedEvent> page = List.<RecordedEvent>of().iterator();
  private int quiet;

  EventTail(Source source, Target target, BackgroundThreads threads, Consumer<EventTail> onEnd) {
    this.source = source;
    this.target = target;
    this.threads = threads;
    this.onEnd = onEnd;
    this.seen = source.after();
  }

  /** Sends what there is, on another thread; one step after the other, never two at once. */
  void goOn() {
    later(Duration.ZERO);
  }

  /** Lets the client go. */
  void end() {
    onEnd.accept(this);
    target.sink().close();
  }

  private void later(Duration pause) {
    try {
      if (pause.isZero()) {
        threads.execute(this::step);
      } else {
        threads.schedule(this::step, pause);
      }
    } catch (RejectedExecutionException e) { // the application ends; the client comes back
      end();
    }
  }

  private void step() {
    try {
      if (target.sink().isClosed()) {
        end();
      } else if (page.hasNext() || look()) {
        sendNext();
      } else if (++quiet == QUIET) {
        quiet = 0;
        send(target.sse().newEventBuilder().comment("").build()).whenComplete(this::sent);
      } else {
        later(PAUSE);
      }
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "A client that follows the events comes back.", e);
      end();
    }
  }

  private boolean look() {
    page = source.store().pageOfAll(seen, source.filter(), PAGE).iterator();
    return page.hasNext();
  }

  private void sendNext() {
    RecordedEvent event = page.next();
    seen = event.position();
    quiet = 0;
    send(target
            .sse()
            .newEventBuilder()
            .id(seen.toString())
            .mediaType(MediaType.TEXT_PLAIN_TYPE) // as it stands; JSON would put it in quotes
            .data(String.class, source.json().apply(event))
            .build())
        .whenComplete(this::sent);
  }

  private void sent(Object done, Throwable failure) {
    if (failure == null) {
      goOn();
    } else {
      end();
    }
  }

  /** Never throws, as a closed sink does. */
  private CompletionStage<?> send(OutboundSseEvent event) {
    try {
      return target.sink().send(event);
    } catch (RuntimeException e) {
      return CompletableFuture.failedStage(e);
    }
  }
}
