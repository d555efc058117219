package io.orchestrix.rest.api;

import io.orchestrix.command.CommandBus;
import io.orchestrix.config.Keys;
import io.orchestrix.config.Settings;
import io.orchestrix.message.Command;
import io.orchestrix.message.jackson.PayloadSchemas;
import io.orchestrix.module.MessageTypes;
import io.orchestrix.module.MessageTypes.CommandType;
import io.orchestrix.rest.MessageBody;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The commands of the application: what they are, and a way to send them. */
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Commands")
public class CommandsApi {

  @Inject MessageTypes types;
  @Inject AccessRules rules;
  @Inject CommandBus commands;
  @Inject Settings settings;
  @Inject AnswerWriter writer;
  @Inject PayloadSchemas schemas;

  /** All commands, in the order of their names. */
  @GET
  @RolesAllowed({Roles.READER, Roles.OPERATOR})
  @Operation(summary = "The commands, with the schemas of their bodies")
  @APIResponse(responseCode = "200", description = "All of them.")
  public Page<CommandView> list() {
    return new Page<>(types.commands().stream().map(this::view).toList(), null);
  }

  /** One command. */
  @GET
  @Path("{name}")
  @RolesAllowed({Roles.READER, Roles.OPERATOR})
  @Operation(summary = "A command, with the schema of its body")
  @APIResponse(responseCode = "200", description = "It.")
  @APIResponse(responseCode = "404", description = "There is none of that name.")
  public CommandView find(
      @Parameter(
              description = "Its logical name.",
              schema = @Schema(type = SchemaType.STRING, maxLength = 255))
          @PathParam(AccessFilter.NAME)
          String name) {
    return view(type(name));
  }

  private CommandView view(CommandType command) {
    return new CommandView(
        command.entry().name(),
        command.entry().module(),
        command.entry().handler(),
        rules.ofCommand(command.type()),
        schemas.of(command.type()));
  }

  /** Sends a command, and answers what its handler does. */
  @POST
  @Path("{name}")
  @Consumes(MediaType.APPLICATION_JSON)
  @AccessBy(AccessBy.Rule.COMMAND)
  @Operation(summary = "Send a command and wait for its answer")
  @Parameter(
      name = "Idempotency-Key",
      in = ParameterIn.HEADER,
      description = "Lets the command be repeated: it is executed once, its answer given again.",
      schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 200))
  @RequestBody(
      required = true,
      description = "The components of the command; GET commands/{name} has its schema.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(type = SchemaType.OBJECT)))
  @APIResponse(
      responseCode = "200",
      description = "What the handler has answered.",
      headers = {
        @Header(
            name = "Orchestrix-Position",
            description = "The last event that was stored.",
            schema = @Schema(type = SchemaType.STRING)),
        @Header(
            name = "Location",
            description = "The stream of the aggregate that has handled it.",
            schema = @Schema(type = SchemaType.STRING))
      })
  @APIResponse(responseCode = "204", description = "It was done; there is no answer.")
  @APIResponse(responseCode = "400", description = "The body does not fit, or breaks constraints.")
  @APIResponse(responseCode = "404", description = "There is no such command, or aggregate.")
  @APIResponse(responseCode = "409", description = "Others were faster in every attempt.")
  @APIResponse(responseCode = "422", description = "A rule of the domain forbids it.")
  @APIResponse(responseCode = "503", description = "Not available for now.")
  public Response send(
      @Parameter(
              description = "Its logical name.",
              schema = @Schema(type = SchemaType.STRING, maxLength = 255))
          @PathParam(AccessFilter.NAME)
          String name,
      @Context UriInfo uriInfo,
      InputStream body) {
    CommandType type = type(name);
    Command command =
        MessageBody.read(body, settings.get(Keys.REST_MAX_BODY)).to(type.type(), Map.of());
    Response.ResponseBuilder answer = writer.answer(commands.send(command));
    type.streamOf(command)
        .ifPresent(
            stream ->
                answer.location(
                    uriInfo
                        .getBaseUriBuilder()
                        .path("streams/{category}/{key}")
                        .build(stream.category(), StreamName.inPath(stream))));
    return answer.build();
  }

  private CommandType type(String name) {
    return types.command(name).orElseThrow(UnknownMessageException::command);
  }
}
