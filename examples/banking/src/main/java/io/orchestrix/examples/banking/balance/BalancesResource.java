package io.orchestrix.examples.banking.balance;

import io.orchestrix.query.QueryBus;
import io.orchestrix.rest.AwaitsProjections;
import io.orchestrix.rest.SseUpdates;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.jspecify.annotations.Nullable;

/**
 * What the read model knows of accounts, over HTTP: pages, and balances as they change. Who sends
 * the {@code Orchestrix-Position} that a command was answered with sees what it has done.
 */
@Path("/accounts")
@AwaitsProjections(Balances.NAME)
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class BalancesResource {

  private static final String PAGE = "20";

  @Inject QueryBus queries;

  @GET
  public AccountPage accounts(
      @QueryParam("owner") @Nullable String owner,
      @QueryParam("after") @DefaultValue("") String after,
      @QueryParam("limit") @DefaultValue(PAGE) int limit) {
    return queries.ask(new ListAccounts(owner, after, limit));
  }

  @GET
  @Path("{accountId}/statement")
  public Statement statement(
      @PathParam("accountId") String accountId,
      @QueryParam("after") @DefaultValue("0") long after,
      @QueryParam("limit") @DefaultValue(PAGE) int limit) {
    return queries.ask(new StatementOf(accountId, after, limit));
  }

  @GET
  @Path("{accountId}/balance")
  public AccountBalance balance(@PathParam("accountId") String accountId) {
    return queries.ask(new BalanceOf(accountId));
  }

  /** The same for who prefers {@code text/event-stream}: at once, and after each change. */
  @GET
  @Path("{accountId}/balance")
  @Produces(MediaType.SERVER_SENT_EVENTS + ";qs=0.5")
  public void updates(
      @PathParam("accountId") String accountId, @Context SseEventSink sink, @Context Sse sse) {
    SseUpdates.stream(queries.subscribe(new BalanceOf(accountId)), sink, sse);
  }
}
