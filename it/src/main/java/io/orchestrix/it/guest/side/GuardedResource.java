package io.orchestrix.it.guest.side;

import io.orchestrix.command.CommandBus;
import io.orchestrix.command.HandlesCommand;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Is open to everybody; its commands are not. */
@Path("guarded/{noteId}")
@RequestScoped
public class GuardedResource {
  @Inject CommandBus commands;

  @POST
  public String write(@PathParam("noteId") String noteId) {
    return commands.send(new WriteGuarded(noteId), String.class);
  }

  /** On another thread, on behalf of the same caller. */
  @POST
  @Path("later")
  public String writeLater(@PathParam("noteId") String noteId) {
    return commands
        .sendAsync(new WriteGuarded(noteId), String.class)
        .exceptionally(failure -> String.valueOf(failure.getMessage()).substring(0, 8))
        .toCompletableFuture()
        .join();
  }

  String handle(@HandlesCommand WriteGuarded command) {
    return "written";
  }
}
