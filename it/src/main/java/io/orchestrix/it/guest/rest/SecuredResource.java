package io.orchestrix.it.guest.rest;

import io.orchestrix.command.CommandBus;
import io.orchestrix.it.guest.WriteLine;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** A note that only writers may write on. */
@Path("secured/{noteId}")
@RequestScoped
public class SecuredResource {
  @Inject CommandBus commands;

  /** Answers with the number of lines. */
  @POST
  @RolesAllowed("writer")
  public String write(@PathParam("noteId") String noteId) {
    return commands.send(new WriteLine(noteId, "by a writer"), Integer.class).toString();
  }
}
