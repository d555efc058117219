package io.orchestrix.rest.api;

import io.orchestrix.aggregate.AggregateState;
import io.orchestrix.aggregate.AggregateStates;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.eventstore.StreamInfo;
import io.orchestrix.eventstore.StreamNotFoundException;
import io.orchestrix.eventstore.StreamQuery;
import io.orchestrix.eventstore.StreamRange;
import io.orchestrix.eventstore.StreamState;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Streams, their events, and the aggregates that they are. */
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Streams")
public class StreamsApi {

  @Inject EventStore store;
  @Inject AggregateStates states;
  @Inject EventViews views;
  @Inject StateViews stateViews;
  @Inject CloudEventAnswers cloudEvents;

  /** The streams in the order of their names. */
  @GET
  @RolesAllowed({Roles.READER, Roles.OPERATOR})
  @Operation(summary = "The streams, in the order of their names")
  public Page<StreamView> list(
      @QueryParam("category") @Nullable String category,
      @QueryParam("text") @Nullable String text,
      @QueryParam("state") @Nullable String state,
      @BeanParam Paging paging) {
    StreamQuery query =
        new StreamQuery(
            Parameters.text("category", category),
            text == null ? "" : String.valueOf(Parameters.text("text", text)),
            Parameters.choice("state", state, StreamState.class));
    String after = paging.after();
    List<StreamInfo> found =
        store.streams(query, after == null ? null : StreamId.parse(after), paging.limit());
    return Page.of(found, paging.limit(), StreamView::of, stream -> stream.id().toString());
  }

  /** One stream. */
  @GET
  @Path("{category}/{key}")
  @RolesAllowed({Roles.READER, Roles.OPERATOR})
  @Operation(summary = "One stream")
  @APIResponseSchema(StreamView.class)
  public Response find(
      @PathParam("category") String category,
      @PathParam("key") String key,
      @Context Request request) {
    StreamInfo stream = stream(category, key);
    return tagged(stream, request, "", () -> StreamView.of(stream));
  }

  /** Its events. */
  @GET
  @Path("{category}/{key}/events")
  @RolesAllowed({Roles.READER, Roles.OPERATOR})
  @Operation(
      summary = "The events of a stream",
      description =
          "With 'Accept: application/cloudevents-batch+json' as CloudEvents; the header Link then has the next page.")
  public Page<EventView> events(
      @PathParam("category") String category,
      @PathParam("key") String key,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @QueryParam("direction") @Nullable String direction,
      @BeanParam Paging paging) {
    List<RecordedEvent> found = found(category, key, from, to, direction, paging);
    return Page.of(found, paging.limit(), views::of, event -> Long.toString(event.version()));
  }

  /** The same as a batch of CloudEvents. */
  @GET
  @Path("{category}/{key}/events")
  @Produces(CloudEventAnswers.BATCH + ";qs=0.5") // only for who prefers it
  @RolesAllowed({Roles.READER, Roles.OPERATOR})
  @Operation(hidden = true) // a document knows one operation of a method of HTTP and a path
  public Response eventsAsCloudEvents(
      @PathParam("category") String category,
      @PathParam("key") String key,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @QueryParam("direction") @Nullable String direction,
      @BeanParam Paging paging,
      @Context UriInfo uriInfo) {
    List<RecordedEvent> found = found(category, key, from, to, direction, paging);
    return cloudEvents.batch(found, paging, event -> Long.toString(event.version()), uriInfo);
  }

  private List<RecordedEvent> found(
      String category,
      String key,
      @Nullable String from,
      @Nullable String to,
      @Nullable String direction,
      Paging paging) {
    StreamInfo stream = stream(category, key);
    boolean isBackward =
        Parameters.choice("direction", direction, Direction.class) == Direction.BACKWARD;
    StreamRange range = range(from, to, isBackward, paging.after());
    return store.page(stream.id(), range, paging.limit());
  }

  private static StreamRange range(
      @Nullable String from, @Nullable String to, boolean isBackward, @Nullable String after) {
    long first = Parameters.number("from", from, 1, 1, Long.MAX_VALUE);
    long last = Parameters.number("to", to, Long.MAX_VALUE, 1, Long.MAX_VALUE);
    if (after != null) {
      long seen = Parameters.number("after", after, 0, 0, Long.MAX_VALUE - 1);
      first = isBackward ? first : Math.max(first, seen + 1);
      last = isBackward ? Math.min(last, seen - 1) : last;
    }
    StreamRange range = StreamRange.ALL.from(first).to(last);
    return isBackward ? range.backwards() : range;
  }

  /** The state of the aggregate, the newest unless a version or an instant is given. */
  @GET
  @Path("{category}/{key}/state")
  @RolesAllowed({Roles.READER, Roles.OPERATOR})
  @Operation(summary = "The state of an aggregate, as it is or as it was")
  @APIResponseSchema(StateView.class)
  public Response state(
      @PathParam("category") String category,
      @PathParam("key") String key,
      @QueryParam("version") @Nullable String version,
      @QueryParam("at") @Nullable String at,
      @Context Request request) {
    if (version != null && at != null) {
      throw ParameterException.of("at", "an instant only where no version is given");
    }
    StreamInfo stream = stream(category, key);
    Instant instant = Parameters.instant("at", at);
    long wanted = Parameters.number("version", version, stream.version(), 1, Long.MAX_VALUE);
    Supplier<AggregateState> state =
        instant == null
            ? () -> states.at(stream.id(), wanted)
            : () -> states.asOf(stream.id(), instant);
    return tagged(
        stream, request, version + "/" + at, () -> stateViews.of(stream.id(), state.get()));
  }

  private StreamInfo stream(String category, String key) {
    StreamId id = StreamName.parse(category, key);
    return store.info(id).orElseThrow(() -> new StreamNotFoundException(id));
  }

  /** An answer that is another one only when the stream is. */
  private static Response tagged(
      StreamInfo stream, Request request, String variant, Supplier<Record> answer) {
    EntityTag tag =
        new EntityTag(
            "%d-%s-%x"
                .formatted(stream.version(), stream.state(), variant.hashCode())
                .toLowerCase(Locale.ROOT));
    Response.ResponseBuilder same = request.evaluatePreconditions(tag);
    return same == null ? Response.ok(answer.get()).tag(tag).build() : same.tag(tag).build();
  }
}
