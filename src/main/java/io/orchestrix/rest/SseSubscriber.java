package io.orchestrix.rest;

import io.orchestrix.OrchestrixException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Sends what it gets to one client, one element after the other. */
final class SseSubscriber implements Subscriber<Object> {

  private static final String PROBLEM = "problem";

  private final SseEventSink sink;
  private final Sse sse;
  private final BiFunction<OutboundSseEvent.Builder, Object, OutboundSseEvent.Builder> data;
  private @Nullable Subscription subscription;

  /**
   * @param data adds an element to the event that is to be sent
   */
  SseSubscriber(
      SseEventSink sink,
      Sse sse,
      BiFunction<OutboundSseEvent.Builder, Object, OutboundSseEvent.Builder> data) {
    this.sink = sink;
    this.sse = sse;
    this.data = data;
  }

  @Override
  public void onSubscribe(Subscription begun) {
    if (subscription != null) { // rule 2.5
      begun.cancel();
      return;
    }
    subscription = begun;
    begun.request(1);
  }

  @Override
  public void onNext(Object element) {
    OutboundSseEvent event;
    try {
      event = data.apply(sse.newEventBuilder(), element).build();
    } catch (RuntimeException e) { // it cannot be written
      cancel();
      onError(e);
      return;
    }
    send(event).whenComplete((sent, failure) -> goOn(failure));
  }

  private void cancel() {
    if (subscription != null) {
      subscription.cancel();
    }
  }

  private void goOn(@Nullable Throwable failure) {
    Subscription begun = subscription;
    if (begun == null) {
      return;
    }
    if (failure == null && !sink.isClosed()) {
      begun.request(1);
    } else {
      begun.cancel();
      sink.close();
    }
  }

  @Override
  public void onError(Throwable failure) {
    OrchestrixException told =
        failure instanceof OrchestrixException known ? known : new UpdatesFailedException(failure);
    FailureLog.write(told);
    OutboundSseEvent event =
        sse.newEventBuilder()
            .name(PROBLEM)
            .mediaType(MediaType.TEXT_PLAIN_TYPE) // as it stands; JSON would put it in quotes
            .data(String.class, Problem.of(told, null).json())
            .build();
    send(event).whenComplete((sent, unsent) -> sink.close());
  }

  @Override
  public void onComplete() {
    sink.close();
  }

  /** Never throws, as a closed sink does. */
  private CompletionStage<?> send(OutboundSseEvent event) {
    try {
      return sink.send(event);
    } catch (RuntimeException e) {
      return CompletableFuture.failedStage(e);
    }
  }
}
