package io.orchestrix.examples.banking.account;

import io.orchestrix.aggregate.AggregateRepository;
import io.orchestrix.command.CommandBus;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.message.Command;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Accounts over HTTP: a command as the body of a POST, the account as it is afterwards. */
@Path("/accounts")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AccountsResource {

  @Inject CommandBus commands;
  @Inject AggregateRepository<Account> accounts;
  @Inject EventStore events;

  @POST
  public Response open(OpenAccount command, @Context UriInfo uri) {
    AccountView opened = send(command);
    return Response.created(uri.getAbsolutePathBuilder().path(opened.accountId()).build())
        .entity(opened)
        .build();
  }

  @GET
  @Path("{accountId}")
  public AccountView get(@PathParam("accountId") String accountId) {
    return accounts.load(accountId).view();
  }

  @GET
  @Path("{accountId}/history")
  public List<HistoryEntry> history(@PathParam("accountId") String accountId) {
    StreamId stream = new StreamId("account", accountId);
    List<HistoryEntry> history = events.read(stream).map(HistoryEntry::of).toList();
    if (history.isEmpty()) {
      accounts.load(accountId); // says that there is no such account
    }
    return history;
  }

  @POST
  @Path("{accountId}/deposits")
  @Parameter(name = "accountId", in = ParameterIn.PATH, schema = @Schema(type = SchemaType.STRING))
  public AccountView deposit(DepositMoney command) {
    return send(command);
  }

  @POST
  @Path("{accountId}/withdrawals")
  @Parameter(name = "accountId", in = ParameterIn.PATH, schema = @Schema(type = SchemaType.STRING))
  public AccountView withdraw(WithdrawMoney command) {
    return send(command);
  }

  @POST
  @Path("{accountId}/suspension")
  @Consumes(MediaType.WILDCARD)
  public AccountView suspend(@PathParam("accountId") String accountId) {
    return send(new SuspendAccount(accountId));
  }

  @DELETE
  @Path("{accountId}/suspension")
  @Consumes(MediaType.WILDCARD)
  public AccountView reactivate(@PathParam("accountId") String accountId) {
    return send(new ReactivateAccount(accountId));
  }

  @POST
  @Path("{accountId}/closure")
  @Consumes(MediaType.WILDCARD)
  public AccountView close(@PathParam("accountId") String accountId) {
    return send(new CloseAccount(accountId));
  }

  private AccountView send(Command command) {
    return commands.send(command, AccountView.class);
  }
}
