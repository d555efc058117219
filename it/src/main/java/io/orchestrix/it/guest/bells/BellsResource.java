package io.orchestrix.it.guest.bells;

import io.orchestrix.aggregate.AggregateRepository;
import io.orchestrix.command.CommandBus;
import io.orchestrix.deadline.DeadlineScheduler;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;

/** Bells over HTTP. */
@Path("bells/{bellId}")
@RequestScoped
@Produces(MediaType.TEXT_PLAIN)
public class BellsResource {
  @Inject CommandBus commands;
  @Inject DeadlineScheduler deadlines;
  @Inject AggregateRepository<Bell> bells;
  @Inject Clock clock;

  /** Sees to it that it rings; answers with the time when that is due. */
  @POST
  public String ringLater(@PathParam("bellId") String bellId, @QueryParam("in") String in) {
    Instant due = clock.instant().plus(Duration.parse(in));
    deadlines.schedule(bellId, due, new Alarm(bellId));
    return due.toString();
  }

  /**
   * Sees to it, in one transaction, that {@code bellId-0} and so on ring one after the other, every
   * other one by a scheduled command; answers with the time when the first one is due.
   */
  @POST
  @Path("peal")
  @Transactional
  public String ringAll(
      @PathParam("bellId") String bellId,
      @QueryParam("count") int count,
      @QueryParam("in") String in,
      @QueryParam("apart") String apart) {
    Instant first = clock.instant().plus(Duration.parse(in));
    for (int i = 0; i < count; i++) {
      Instant due = first.plus(Duration.parse(apart).multipliedBy(i));
      String id = bellId + "-" + i;
      if (i % 2 == 0) {
        deadlines.schedule(id, due, new Alarm(id));
      } else {
        commands.schedule(new Ring(id), due);
      }
    }
    return first.toString();
  }

  /** When it has rung, a line each. */
  @GET
  public String read(@PathParam("bellId") String bellId) {
    return bells
        .find(bellId)
        .map(bell -> bell.times().stream().map(Instant::toString).collect(Collectors.joining("\n")))
        .orElse("");
  }
}
