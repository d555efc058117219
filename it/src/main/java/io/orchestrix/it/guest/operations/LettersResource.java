package io.orchestrix.it.guest.operations;

import io.orchestrix.deadletter.DeadLetter;
import io.orchestrix.deadletter.DeadLetterId;
import io.orchestrix.deadletter.DeadLetterQuery;
import io.orchestrix.deadletter.DeadLetterQueue;
import io.orchestrix.message.GlobalPosition;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The dead letters of a sequence. */
@Path("operations/dead-letters")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class LettersResource {

  /** A letter, as far as tests look at it. */
  public record Letter(String subscription, long position, String state, int attempts) {
    static Letter of(DeadLetter letter) {
      return new Letter(
          letter.id().subscription(),
          letter.id().position().value(),
          letter.state().name(),
          letter.attempts());
    }
  }

  @Inject DeadLetterQueue letters;

  @GET
  public List<Letter> all(@QueryParam("sequence") String sequence) {
    return letters.page(DeadLetterQuery.ALL.sequence(sequence), null, 100).stream()
        .map(Letter::of)
        .toList();
  }

  @PUT
  @Path("{position}")
  @Consumes(MediaType.TEXT_PLAIN)
  public Letter edit(
      @QueryParam("subscription") String subscription,
      @PathParam("position") long position,
      String payload) {
    return Letter.of(letters.edit(id(subscription, position), payload, "a slip of the pen"));
  }

  @POST
  @Path("{position}/retry")
  @Consumes(MediaType.WILDCARD)
  public Letter retry(
      @QueryParam("subscription") String subscription, @PathParam("position") long position) {
    return Letter.of(letters.retry(id(subscription, position)));
  }

  private static DeadLetterId id(String subscription, long position) {
    return new DeadLetterId(subscription, new GlobalPosition(position));
  }
}
