package io.orchestrix.rest.api;

import io.cloudevents.CloudEvent;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.message.cloudevents.CloudEventHttp;
import io.orchestrix.message.cloudevents.CloudEventJsonBatch;
import io.orchestrix.message.cloudevents.CloudEventJsonFormat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Function;

/** Answers with events as CloudEvents. Thread-safe. */
@ApplicationScoped
class CloudEventAnswers {

  /** The media type of a batch. */
  static final String BATCH = CloudEventJsonBatch.CONTENT_TYPE;

  /** The media type of one. */
  static final String STRUCTURED = CloudEventJsonFormat.CONTENT_TYPE;

  @Inject CloudEventViews views;

  /**
   * A page of events. A batch has no place to say where to go on, so the header {@code Link} does.
   *
   * @param cursor where to go on after an event
   */
  Response batch(
      List<RecordedEvent> found,
      Paging paging,
      Function<RecordedEvent, String> cursor,
      UriInfo uriInfo) {
    List<CloudEvent> events = found.stream().flatMap(event -> views.of(event).stream()).toList();
    Response.ResponseBuilder answer = Response.ok(CloudEventHttp.batch(events).body(), BATCH);
    String next = Page.of(found, paging.limit(), event -> event, cursor).next();
    if (next != null) {
      answer.link(uriInfo.getRequestUriBuilder().replaceQueryParam("after", next).build(), "next");
    }
    return answer.build();
  }

  /** One event; of those that an upcaster has made of it the first. */
  Response structured(RecordedEvent event) {
    return Response.ok(CloudEventHttp.structured(views.of(event).get(0)).body(), STRUCTURED)
        .build();
  }
}
