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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Conversations: all that has come of one message. */
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Traces")
public class TracesApi {

  @Inject EventStore store;
  @Inject EventViews views;

  /** A conversation, the oldest event first; {@code after} is the position of the last one seen. */
  @GET
  @Path("{correlationId}")
  @RolesAllowed({Roles.READER, Roles.OPERATOR})
  @Operation(summary = "The events of a conversation, and their causes")
  @APIResponse(
      responseCode = "200",
      description = "The next events of it; none where none are known.")
  @APIResponse(responseCode = "400", description = "A parameter is not valid.")
  public Trace find(
      @Parameter(
              description = "What all messages of the conversation share.",
              schema = @Schema(type = SchemaType.STRING, format = "uuid"))
          @PathParam("correlationId")
          String correlationId,
      @BeanParam Paging paging) {
    UUID conversation = Objects.requireNonNull(Parameters.uuid("correlationId", correlationId));
    GlobalPosition after = Parameters.position("after", paging.after());
    List<RecordedEvent> found =
        store.pageOfAll(after, EventFilter.NONE.correlationId(conversation), paging.limit());
    Page<EventView> page =
        Page.of(found, paging.limit(), views::of, event -> event.position().toString());
    return new Trace(conversation, page.items(), page.next());
  }
}
