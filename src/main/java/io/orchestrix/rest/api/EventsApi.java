package io.orchestrix.rest.api;

import io.orchestrix.config.Keys;
import io.orchestrix.config.Settings;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.message.cloudevents.CloudEventHttp;
import io.orchestrix.rest.MessageBody;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
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
  @Inject CloudEventAnswers cloudEvents;
  @Inject IncomingReader reader;
  @Inject Inbox inbox;
  @Inject Settings settings;

  /** The next events, the oldest first; {@code after} is the position of the last one seen. */
  @GET
  @RolesAllowed({Roles.READER, Roles.OPERATOR})
  @Operation(
      summary = "The next events, the oldest first",
      description =
          "With 'Accept: application/cloudevents-batch+json' as CloudEvents; the header Link then has the next page.")
  public Page<EventView> list(@BeanParam EventQuery query, @BeanParam Paging paging) {
    GlobalPosition after = Parameters.position("after", paging.after());
    List<RecordedEvent> found = store.pageOfAll(after, query.filter(), paging.limit());
    return Page.of(
        found, paging.limit(), views::of, event -> Long.toString(event.position().value()));
  }

  /** The same as a batch of CloudEvents. */
  @GET
  @Produces(CloudEventAnswers.BATCH + ";qs=0.5") // only for who prefers it
  @RolesAllowed({Roles.READER, Roles.OPERATOR})
  @Operation(hidden = true) // a document knows one operation of a method of HTTP and a path
  public Response listAsCloudEvents(
      @BeanParam EventQuery query, @BeanParam Paging paging, @Context UriInfo uriInfo) {
    GlobalPosition after = Parameters.position("after", paging.after());
    List<RecordedEvent> found = store.pageOfAll(after, query.filter(), paging.limit());
    return cloudEvents.batch(found, paging, event -> event.position().toString(), uriInfo);
  }

  /** One event. */
  @GET
  @Path("{position: [0-9]+}")
  @RolesAllowed({Roles.READER, Roles.OPERATOR})
  @Operation(
      summary = "One event",
      description = "With 'Accept: application/cloudevents+json' as a CloudEvent.")
  public EventView find(@PathParam("position") String position) {
    return views.of(at(position));
  }

  /** The same as a CloudEvent. */
  @GET
  @Path("{position: [0-9]+}")
  @Produces(CloudEventAnswers.STRUCTURED + ";qs=0.5")
  @RolesAllowed({Roles.READER, Roles.OPERATOR})
  @Operation(hidden = true)
  public Response findAsCloudEvent(@PathParam("position") String position) {
    return cloudEvents.structured(at(position));
  }

  private RecordedEvent at(String position) {
    long wanted = Parameters.number("position", position, 0, 1, Long.MAX_VALUE);
    return EventReads.at(store, new GlobalPosition(wanted)).orElseThrow(NotFoundException::new);
  }

  /** Takes integration events of other systems, as CloudEvents. */
  @POST
  @AccessBy(AccessBy.Rule.EVENT)
  @Operation(
      summary = "Take CloudEvents of other systems: one, structured or binary, or a batch",
      description =
          "All are stored that were not stored before, or none. Other types of a body are binary mode.")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = CloudEventAnswers.STRUCTURED,
            schema = @Schema(type = SchemaType.OBJECT)),
        @Content(
            mediaType = CloudEventAnswers.BATCH,
            schema = @Schema(type = SchemaType.ARRAY, implementation = Object.class)),
        @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT))
      })
  @APIResponse(
      responseCode = "200",
      description = "All of them were stored before.",
      content = @Content(schema = @Schema(implementation = Receipt.class)))
  @APIResponse(
      responseCode = "202",
      description = "What is new is stored, to be handled.",
      content = @Content(schema = @Schema(implementation = Receipt.class)))
  public Response receive(@Context HttpHeaders headers, InputStream body) {
    byte[] bytes = MessageBody.bytes(body, settings.get(Keys.REST_MAX_BODY));
    MediaType type = headers.getMediaType();
    boolean isBatch = type != null && MediaType.valueOf(CloudEventAnswers.BATCH).isCompatible(type);
    Receipt receipt =
        inbox.store(reader.read(CloudEventHttp.read(headers.getRequestHeaders(), bytes), isBatch));
    return Response.status(receipt.stored() == 0 ? Response.Status.OK : Response.Status.ACCEPTED)
        .entity(receipt)
        .build();
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
