package io.orchestrix.examples.banking.total;

import io.orchestrix.query.QueryBus;
import io.orchestrix.rest.AwaitsProjections;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** All money of the bank, over HTTP. */
@Path("/totals")
@AwaitsProjections(Totals.NAME)
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TotalsResource {

  @Inject QueryBus queries;

  @GET
  public TotalView total() {
    return queries.ask(new TotalMoney());
  }
}
