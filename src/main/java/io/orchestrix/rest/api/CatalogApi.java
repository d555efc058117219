package io.orchestrix.rest.api;

import io.orchestrix.message.EventTypes;
import io.orchestrix.module.Catalog;
import io.orchestrix.module.MessageTypes;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the application is made of. */
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue")
public class CatalogApi {

  @Inject Catalog catalog;
  @Inject MessageTypes types;
  @Inject EventTypes events;
  @Inject AnswerWriter writer;

  /** The catalogue, which changes only with the application. */
  @GET
  @RolesAllowed({Roles.READER, Roles.OPERATOR})
  @Operation(summary = "All that the application is made of, and how it is connected")
  @APIResponse(
      responseCode = "200",
      description = "The catalogue.",
      content = @Content(schema = @Schema(implementation = CatalogView.class)))
  @APIResponse(responseCode = "304", description = "The one that the client has.")
  public Response find(@Context Request request) {
    byte[] answer =
        writer.json(CatalogViews.of(catalog, types, events)).getBytes(StandardCharsets.UTF_8);
    EntityTag tag = new EntityTag(UUID.nameUUIDFromBytes(answer).toString());
    Response.ResponseBuilder same = request.evaluatePreconditions(tag);
    return same == null ? Response.ok(answer).tag(tag).build() : same.tag(tag).build();
  }
}
