package io.orchestrix.examples.banking.transfer;

import io.orchestrix.command.CommandBus;
import jakarta.enterprise.context.RequestScoped;
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

/** Transfers over HTTP: accepted at once, done a moment later. */
@Path("/transfers")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class TransfersResource {

  @Inject CommandBus commands;
  @Inject Transfers transfers;

  @POST
  public Response request(RequestTransfer command, @Context UriInfo uri) {
    TransferView requested = commands.send(command, TransferView.class);
    return Response.accepted(requested)
        .location(uri.getAbsolutePathBuilder().path("{id}").build(requested.transferId()))
        .build();
  }

  @GET
  @Path("{transferId}")
  public TransferView get(@PathParam("transferId") String transferId) {
    return transfers.view(transferId);
  }
}
