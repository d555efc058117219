package io.orchestrix.rest;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.concurrent.Flow.Publisher;
import java.util.function.Function;

/**
 * Streams what is published to a client as Server-Sent Events.
 *
 * <pre>{@code
 * @GET
 * @Produces(MediaType.SERVER_SENT_EVENTS)
 * public void balance(@PathParam("id") String id, @Context SseEventSink sink, @Context Sse sse) {
 *   SseUpdates.stream(queries.subscribe(new BalanceOf(id)), sink, sse);
 * }
 * }</pre>
 */
public final class SseUpdates {

  private SseUpdates() {}

  /**
   * Sends each element as the JSON data of an event, written as an answer of a resource would be;
   * the next one is requested when it was sent, so a slow client gets fewer.
   *
   * <p>The sink is closed when the elements end. If they end by a failure, a last event named
   * {@code problem} says so, with the problem+json of the failure as its data. When the client went
   * away, which the next event shows, the subscription is cancelled. Returns at once.
   */
  public static void stream(Publisher<?> updates, SseEventSink sink, Sse sse) {
    updates.subscribe(
        new SseSubscriber(
            sink,
            sse,
            (event, element) ->
                event
                    .mediaType(MediaType.APPLICATION_JSON_TYPE)
                    .data(element.getClass(), element)));
  }

  /**
   * Sends each element as the JSON that {@code json} makes of it, whatever else the application
   * writes its answers with.
   *
   * @see #stream(Publisher, SseEventSink, Sse)
   */
  public static void stream(
      Publisher<?> updates, SseEventSink sink, Sse sse, Function<Object, String> json) {
    updates.subscribe(
        new SseSubscriber(
            sink,
            sse,
            (event, element) ->
                event
                    .mediaType(MediaType.TEXT_PLAIN_TYPE) // as it stands; JSON puts it in quotes
                    .data(String.class, json.apply(element))));
  }
}
