package io.orchestrix.rest.api;

import io.orchestrix.eventstore.EventFilter;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.message.GlobalPosition;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** All events, in their one order. */
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Events")
public class EventsApi {

  @Inject EventStore store;
  @Inject EventViews views;
  @Inject EventTails tails;

  /** The next events, the oldest first; {@code after} is the position of the last one seen. */
  @GET
  @RolesAllowed({Roles.READER, Roles.OPERATOR})
  @Operation(summary = "The next events, the oldest first")
  public Page<EventView> list(@BeanParam EventQuery query, @BeanParam Paging paging) {
    GlobalPosition after = Parameters.position("after", paging.after());
    List<RecordedEvent> found = store.pageOfAll(after, query.filter(), paging.limit());
    return Page.of(
        found, paging.limit(), views::of, event -> Long.toString(event.position().value()));
  }

  /** One event. */
  @GET
  @Path("{position: [0-9]+}")
  @RolesAllowed({Roles.READER, Roles.OPERATOR})
  @Operation(summary = "One event")
  public EventView find(@PathParam("position") String position) {
    long wanted = Parameters.number("position", position, 0, 1, Long.MAX_VALUE);
    return store.pageOfAll(new GlobalPosition(wanted - 1), EventFilter.NONE, 1).stream()
        .filter(event -> event.position().value() == wanted)
        .findFirst()
        .map(views::of)
        .orElseThrow(NotFoundException::new);
  }

  /**
   * The events as they come, behind {@code after}, or behind the last one that a client has seen
   * that comes back; from now on without either.
   */
  @GET
  @Path("tail")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RolesAllowed({Roles.READER, Roles.OPERATOR})
  @Operation(summary = "The events as they come")
  public void tail(
      @BeanParam EventQuery query,
      @QueryParam("after") @Nullable String after,
      @HeaderParam(HttpHeaders.LAST_EVENT_ID_HEADER) @Nullable String last,
      @Context SseEventSink sink,
      @Context Sse sse) {
    String seen = last == null ? after : last;
    GlobalPosition from =
        seen == null ? store.watermark().position() : Parameters.position("after", seen);
    tails.follow(from, query.filter(), sink, sse);
  }
}
