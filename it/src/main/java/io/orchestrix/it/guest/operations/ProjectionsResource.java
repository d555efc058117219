package io.orchestrix.it.guest.operations;

import io.orchestrix.projection.ProjectionStatus;
import io.orchestrix.projection.Projections;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** How it stands with a projection, and what can be done with it. */
@Path("operations/projections/{name}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ProjectionsResource {
  @Inject Projections projections;

  @PathParam("name")
  String name = "";

  @GET
  public ProjectionStatus status() {
    return projections.status(name);
  }

  @POST
  @Path("{action}")
  public ProjectionStatus act(@PathParam("action") String action) {
    switch (action) {
      case "pause" -> projections.pause(name);
      case "resume" -> projections.resume(name);
      case "replay" -> projections.replay(name);
      case "rebuild" -> projections.rebuild(name);
      case "switch-over" -> projections.switchOver(name);
      case "drop" -> projections.drop(name);
      default -> throw new NotFoundException();
    }
    return projections.status(name);
  }
}
