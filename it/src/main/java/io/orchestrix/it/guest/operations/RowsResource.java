package io.orchestrix.it.guest.operations;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The rows of a version of the bank's read model without its number, a line each. */
@Path("operations/rows/{version}")
@RequestScoped
@Produces(MediaType.TEXT_PLAIN)
public class RowsResource {
  @PersistenceContext(unitName = "bank")
  EntityManager entities;

  @PathParam("version")
  int version;

  @GET
  @Path("balances")
  public String balances() {
    return rows(
        "select b.key.accountId, b.owner, b.status, b.balance, b.position from Balance b"
            + " where b.key.version = :version order by b.key.accountId");
  }

  @GET
  @Path("lines")
  public String lines() {
    return rows(
        "select l.key.position, l.key.accountId, l.kind, l.amount, l.balanceAfter, l.bookedAt"
            + " from StatementLine l where l.key.version = :version order by l.key.position");
  }

  private String rows(String query) {
    return entities
        .createQuery(query, Object[].class)
        .setParameter("version", version)
        .getResultStream()
        .map(row -> Arrays.stream(row).map(String::valueOf).collect(Collectors.joining(" | ")))
        .collect(Collectors.joining("\n"));
  }
}
