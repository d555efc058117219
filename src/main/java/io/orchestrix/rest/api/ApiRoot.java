package io.orchestrix.rest.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

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

  @Path("streams")
  public StreamsApi streams() {
    return own(streams);
  }

  @Path("events")
  public EventsApi events() {
    return own(events);
  }

  private <T> T own(T part) {
    if (!uriInfo.getBaseUri().getPath().endsWith("/" + ApiApplication.PATH + "/")) {
      throw new NotFoundException();
    }
    return part;
  }
}
