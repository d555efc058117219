package io.orchestrix.it.footprint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Needs a persistence unit as well. */
@ApplicationScoped
@Path("notes")
public class NotesResource {

  @PersistenceContext(unitName = "notes")
  EntityManager entities;

  /** How many there are. */
  @GET
  public String count() {
    return entities.createQuery("select count(n) from Note n", Long.class).getSingleResult() + "";
  }
}
