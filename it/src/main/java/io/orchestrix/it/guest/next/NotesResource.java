package io.orchestrix.it.guest.next;

import io.orchestrix.aggregate.AggregateRepository;
import io.orchestrix.command.CommandBus;
import io.orchestrix.it.guest.WriteLine;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The signed notes over HTTP. */
@Path("notes/{noteId}")
@RequestScoped
@Produces(MediaType.TEXT_PLAIN)
public class NotesResource {
  @Inject CommandBus commands;
  @Inject AggregateRepository<Note> notes;

  /** Answers with the number of lines. */
  @POST
  @Parameter(name = "noteId", in = ParameterIn.PATH, schema = @Schema(type = SchemaType.STRING))
  @Consumes(MediaType.APPLICATION_JSON)
  public String write(WriteLine command) {
    return commands.send(command, Integer.class).toString();
  }

  /** Answers with all lines. */
  @GET
  public String read(@PathParam("noteId") String noteId) {
    return String.join("\n", notes.load(noteId).lines());
  }
}
