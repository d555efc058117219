package com.acme.balance;

import io.orchestrix.query.QueryBus;
import io.orchestrix.rest.SseUpdates;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;

/** Balances over HTTP. */
@Path("accounts/{accountId}/balance")
public class BalanceResource {

  @Inject QueryBus queries;

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Balance balance(@PathParam("accountId") String accountId) {
    return queries.ask(new BalanceOf(accountId));
  }

  @GET
  @Path("updates")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void updates(
      @PathParam("accountId") String accountId, @Context SseEventSink sink, @Context Sse sse) {
    SseUpdates.stream(queries.subscribe(new BalanceOf(accountId)), sink, sse);
  }
}
