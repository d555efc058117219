package io.orchestrix.rest.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Leads to the parts of the API. An application of the WAR that lists no classes has this root as
 * well; there it leads nowhere.
 */
@Path("/")
@ApplicationScoped
public class ApiRoot {

  @Context UriInfo uriInfo;
  @Inject StreamsApi streams;
  @Inject EventsApi events;
  @Inject AuditApi audit;
  @Inject ProjectionsApi projections;
  @Inject SagasApi sagas;
  @Inject DeadlinesApi deadlines;
  @Inject DeadLettersApi deadLetters;
  @Inject CommandsApi commands;
  @Inject QueriesApi queries;
  @Inject CatalogApi catalog;
  @Inject TracesApi traces;

  @Path("streams")
  public StreamsApi streams() {
    return own(streams);
  }

  @Path("events")
  public EventsApi events() {
    return own(events);
  }

  @Path("projections")
  public ProjectionsApi projections() {
    return own(projections);
  }

  @Path("sagas")
  public SagasApi sagas() {
    return own(sagas);
  }

  @Path("deadlines")
  public DeadlinesApi deadlines() {
    return own(deadlines);
  }

  @Path("dead-letters")
  public DeadLettersApi deadLetters() {
    return own(deadLetters);
  }

  @Path("commands")
  public CommandsApi commands() {
    return own(commands);
  }

  @Path("queries")
  public QueriesApi queries() {
    return own(queries);
  }

  @Path("catalog")
  public CatalogApi catalog() {
    return own(catalog);
  }

  @Path("traces")
  public TracesApi traces() {
    return own(traces);
  }

  @Path("audit")
  public AuditApi audit() {
    return own(audit);
  }

  /** The document of this API, in the form of OpenAPI, as the build has made it. */
  @GET
  @Path("openapi.json")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.READER, Roles.OPERATOR})
  @Operation(hidden = true)
  public String document() {
    return own(ApiDocument.below(uriInfo.getBaseUri().getPath()));
  }

  private <T> T own(T part) {
    if (!uriInfo.getBaseUri().getPath().endsWith("/" + ApiApplication.PATH + "/")) {
      throw new NotFoundException();
    }
    return part;
  }
}
