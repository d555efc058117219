package io.orchestrix.it.guest.unit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** The rows over HTTP. */
@Path("entries/{noteId}")
@RequestScoped
public class EntriesResource {
  @PersistenceContext(unitName = "guest")
  EntityManager entries;

  /** Answers with the number of lines. */
  @GET
  public String lines(@PathParam("noteId") String noteId) {
    var entry = entries.find(Entry.class, noteId);
    if (entry == null) {
      throw new NotFoundException();
    }
    return String.valueOf(entry.lines());
  }
}
