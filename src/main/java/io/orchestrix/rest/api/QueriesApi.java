package io.orchestrix.rest.api;

import io.orchestrix.config.Keys;
import io.orchestrix.config.Settings;
import io.orchestrix.message.jackson.PayloadSchemas;
import io.orchestrix.module.MessageTypes;
import io.orchestrix.module.MessageTypes.QueryType;
import io.orchestrix.query.Query;
import io.orchestrix.query.QueryBus;
import io.orchestrix.rest.MessageBody;
import io.orchestrix.rest.PositionFilter;
import io.orchestrix.rest.PositionWait;
import io.orchestrix.rest.SseUpdates;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.InputStream;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The queries of the application: what they are, and ways to ask them. */
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Queries")
public class QueriesApi {

  @Inject MessageTypes types;
  @Inject AccessRules rules;
  @Inject QueryBus queries;
  @Inject PositionWait position;
  @Inject Settings settings;
  @Inject AnswerWriter writer;
  @Inject PayloadSchemas schemas;

  /** All queries, in the order of their names. */
  @GET
  @RolesAllowed({Roles.READER, Roles.OPERATOR})
  @Operation(summary = "The queries, with the schemas of their components")
  @APIResponse(responseCode = "200", description = "All of them.")
  public Page<QueryView> list() {
    return new Page<>(types.queries().stream().map(this::view).toList(), null);
  }

  private QueryView view(QueryType query) {
    return new QueryView(
        query.entry().name(),
        query.entry().module(),
        query.entry().handler(),
        query.entry().reads(),
        rules.ofQuery(query.type()),
        schemas.of(query.type()));
  }

  /** The answer to a query whose components are the parameters. */
  @GET
  @Path("{name}")
  @AccessBy(AccessBy.Rule.QUERY)
  @Operation(summary = "Ask a query whose components are the parameters of the request")
  @APIResponse(
      responseCode = "200",
      description = "The answer; as Server-Sent Events that, and then each that is another one.",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(description = "What its handler answers.")),
        @Content(
            mediaType = MediaType.SERVER_SENT_EVENTS,
            schema = @Schema(type = SchemaType.STRING))
      })
  @APIResponse(responseCode = "204", description = "There is none.")
  @APIResponse(responseCode = "400", description = "A parameter does not fit.")
  @APIResponse(responseCode = "404", description = "There is no such query.")
  @APIResponse(responseCode = "503", description = "The position is not reached yet.")
  public Response ask(
      @PathParam(AccessFilter.NAME) String name,
      @HeaderParam(PositionFilter.HEADER) @Nullable String awaited,
      @Context UriInfo uriInfo) {
    QueryType type = type(name);
    return answer(type, QueryParameters.read(type.type(), uriInfo.getQueryParameters()), awaited);
  }

  /** The answer to a query whose components are the members of the body. */
  @POST
  @Path("{name}")
  @Consumes(MediaType.APPLICATION_JSON)
  @AccessBy(AccessBy.Rule.QUERY)
  @Operation(summary = "Ask a query whose components do not fit parameters")
  @RequestBody(
      required = true,
      description = "The components of the query; GET queries has its schema.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(type = SchemaType.OBJECT)))
  @APIResponse(responseCode = "200", description = "The answer.")
  @APIResponse(responseCode = "204", description = "There is none.")
  @APIResponse(responseCode = "400", description = "The body does not fit.")
  @APIResponse(responseCode = "404", description = "There is no such query.")
  @APIResponse(responseCode = "503", description = "The position is not reached yet.")
  public Response askByBody(
      @PathParam(AccessFilter.NAME) String name,
      @HeaderParam(PositionFilter.HEADER) @Nullable String awaited,
      InputStream body) {
    QueryType type = type(name);
    MessageBody read = MessageBody.read(body, settings.get(Keys.REST_MAX_BODY));
    return answer(type, read.to(type.type(), Map.of()), awaited);
  }

  private Response answer(QueryType type, Query<?> query, @Nullable String awaited) {
    position.await(awaited, type.entry().reads());
    return writer.answer(queries.ask(query)).build();
  }

  /** The answer as it is, then each that is another one. */
  @GET
  @Path("{name}")
  @Produces(MediaType.SERVER_SENT_EVENTS + ";qs=0.5") // only for who prefers it
  @AccessBy(AccessBy.Rule.QUERY)
  @Operation(hidden = true) // a document knows one operation of a method of HTTP and a path
  public void follow(
      @PathParam(AccessFilter.NAME) String name,
      @Context UriInfo uriInfo,
      @Context SseEventSink sink,
      @Context Sse sse) {
    QueryType type = type(name);
    Query<?> query = QueryParameters.read(type.type(), uriInfo.getQueryParameters());
    SseUpdates.stream(queries.subscribe(query), sink, sse, writer::json);
  }

  private QueryType type(String name) {
    return types.query(name).orElseThrow(UnknownMessageException::query);
  }
}
