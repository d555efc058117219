package io.orchestrix.it.guest.own;

import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.eventstore.StreamRange;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import tools.jackson.databind.ObjectMapper;

/** When the first line of a note was written, by the application's clock, in its style. */
@Path("times/{noteId}")
@RequestScoped
public class TimeResource {
  @Inject EventStore store;
  @Inject ObjectMapper mapper;

  record Times(Instant firstLine) {}

  /** Answers with JSON that the application's mapper writes. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public String first(@PathParam("noteId") String noteId) {
    var first = store.page(new StreamId("note", noteId), StreamRange.ALL, 1).get(0);
    return mapper.writeValueAsString(new Times(first.metadata().time()));
  }
}
