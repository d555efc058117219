package io.orchestrix.rest;

import jakarta.ws.rs.core.GenericType;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseBroadcaster;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Keeps what is sent to a client. */
@SuppressWarnings("NullAway") // the API says nothing of null
final class RecordedSink implements SseEventSink {

  final List<Sent> sent = new ArrayList<>();
  private final List<CompletableFuture<Object>> unfinished = new ArrayList<>();
  private boolean isClosed;
  boolean isSlow;
  boolean isAway;

  /** Makes events. */
  static final class Events implements Sse {
    @Override
    public OutboundSseEvent.Builder newEventBuilder() {
      return new Sent();
    }

    @Override
    public SseBroadcaster newBroadcaster() {
      throw new UnsupportedOperationException();
    }
  }

  /** An event, and what builds it. */
  static final class Sent implements OutboundSseEvent, OutboundSseEvent.Builder {
    private @Nullable String name;
    private @Nullable Class<?> type;
    private @Nullable Object data;
    private @Nullable MediaType mediaType;

    @Override
    public Builder id(String id) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Builder name(String given) {
      name = given;
      return this;
    }

    @Override
    public Builder reconnectDelay(long milliseconds) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Builder mediaType(MediaType given) {
      mediaType = given;
      return this;
    }

    @Override
    public Builder comment(String comment) {
      throw new UnsupportedOperationException();
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Builder data(Class given, Object value) {
      type = given;
      data = value;
      return this;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Builder data(GenericType given, Object value) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Builder data(Object value) {
      throw new UnsupportedOperationException();
    }

    @Override
    public OutboundSseEvent build() {
      return this;
    }

    @Override
    public Class<?> getType() {
      return type;
    }

    @Override
    public Type getGenericType() {
      return type;
    }

    @Override
    public MediaType getMediaType() {
      return mediaType;
    }

    @Override
    public Object getData() {
      return data;
    }

    @Override
    public String getId() {
      return null;
    }

    @Override
    public String getName() {
      return name;
    }

    @Override
    public String getComment() {
      return null;
    }

    @Override
    public long getReconnectDelay() {
      return -1;
    }

    @Override
    public boolean isReconnectDelaySet() {
      return false;
    }
  }

  @Override
  public CompletionStage<?> send(OutboundSseEvent event) {
    if (isClosed) {
      throw new IllegalStateException("closed");
    }
    if (isAway) {
      return CompletableFuture.failedStage(new IOException("gone"));
    }
    sent.add((Sent) event);
    CompletableFuture<Object> done = new CompletableFuture<>();
    if (isSlow) {
      unfinished.add(done);
    } else {
      done.complete("");
    }
    return done;
  }

  /** The client has taken what was sent. */
  void finish() {
    List.copyOf(unfinished).forEach(done -> done.complete(""));
  }

  @Override
  public boolean isClosed() {
    return isClosed;
  }

  @Override
  public void close() {
    isClosed = true;
  }
}
