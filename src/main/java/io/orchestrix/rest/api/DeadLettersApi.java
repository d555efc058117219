package io.orchestrix.rest.api;

import io.orchestrix.deadletter.DeadLetter;
import io.orchestrix.deadletter.DeadLetterCount;
import io.orchestrix.deadletter.DeadLetterId;
import io.orchestrix.deadletter.DeadLetterQueue;
import io.orchestrix.message.ActingCaller;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.message.PayloadCodec;
import io.orchestrix.message.PayloadException;
import io.orchestrix.message.jackson.JacksonPayloadCodec;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Events that subscriptions could not handle, and those that wait behind them. */
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Dead letters")
public class DeadLettersApi {

  private static final PayloadCodec JSON = new JacksonPayloadCodec();
  private static final int LONGEST_SUBSCRIPTION = 255;
  private static final int LONGEST_SEQUENCE = 301;

  @Inject DeadLetterQueue letters;
  @Inject ActingCaller caller;
  @Inject LetterDetails details;
  @Inject LetterRetries retries;
  @Inject PayloadViews views;

  /** Some of them, by subscription, then oldest first. */
  @GET
  @RolesAllowed({Roles.READER, Roles.OPERATOR})
  @Operation(summary = "Dead letters, by subscription, then the oldest first")
  public Page<DeadLetterView> list(@BeanParam LetterQuery query, @BeanParam Paging paging) {
    List<String> seen = Cursor.of(paging, 2);
    List<DeadLetter> found =
        letters.page(query.query(), seen == null ? null : seen(seen), paging.limit());
    return Page.of(
        found,
        paging.limit(),
        letter -> DeadLetterView.of(letter, views),
        letter -> Cursor.of(letter.id().subscription(), letter.id().position().toString()));
  }

  private static DeadLetterId seen(List<String> parts) {
    if (parts.get(0).length() > LONGEST_SUBSCRIPTION) {
      throw Cursor.foreign();
    }
    return new DeadLetterId(parts.get(0), Parameters.position("after", parts.get(1)));
  }

  /** How many there are. */
  @GET
  @Path("counts")
  @RolesAllowed({Roles.READER, Roles.OPERATOR})
  @Operation(summary = "How many there are, by subscription, state and failure")
  public Page<DeadLetterCount> counts() {
    return new Page<>(letters.counts(), null);
  }

  /** One of them. */
  @GET
  @Path("{subscription}/{position: [0-9]+}")
  @RolesAllowed({Roles.READER, Roles.OPERATOR})
  @Operation(summary = "A dead letter with its event, its failure and its history")
  public DeadLetterDetail find(
      @PathParam("subscription") String subscription, @PathParam("position") String position) {
    return details.of(letters.get(id(subscription, position)));
  }

  /** Lets one be tried again. */
  @POST
  @Path("{subscription}/{position: [0-9]+}/retry")
  @RolesAllowed(Roles.OPERATOR)
  @Operation(summary = "Asks for another try; the subscription makes it soon after")
  public DeadLetterView retry(
      @PathParam("subscription") String subscription,
      @PathParam("position") String position,
      @Nullable Reason why) {
    caller.because(Reason.optional(why));
    return DeadLetterView.of(letters.retry(id(subscription, position)), views);
  }

  /** Lets those be tried again that somebody has seen. */
  @POST
  @Path("retry")
  @RolesAllowed(Roles.OPERATOR)
  @Operation(
      summary =
          "Asks for another try of exactly these, each by itself, and says what became of each")
  public RetryReport retryAll(@Nullable LettersRetry wanted) {
    return retries.of(wanted);
  }

  /** Lets a sequence go on. */
  @POST
  @Path("{subscription}/retry-sequence")
  @RolesAllowed(Roles.OPERATOR)
  @Operation(
      summary = "Asks for another try of the first open letter of a sequence; the others follow it")
  public DeadLetterView retrySequence(
      @PathParam("subscription") String subscription, @Nullable SequenceRetry wanted) {
    String name = subscription(subscription);
    String sequence = wanted == null ? null : wanted.sequence();
    if (wanted == null
        || sequence == null
        || sequence.length() > LONGEST_SEQUENCE
        || !PathText.isKept(sequence)) {
      throw BodyException.of("sequence", "at most %d characters".formatted(LONGEST_SEQUENCE));
    }
    caller.because(Reason.optional(wanted));
    return DeadLetterView.of(letters.retrySequence(name, sequence), views);
  }

  /** Lets the handler get another payload. */
  @POST
  @Path("{subscription}/{position: [0-9]+}/edit")
  @RolesAllowed(Roles.OPERATOR)
  @Operation(
      summary =
          "Lets the handler get another payload, where payloads are shown in full; takes a reason")
  public DeadLetterDetail edit(
      @PathParam("subscription") String subscription,
      @PathParam("position") String position,
      @Nullable LetterEdit edit) {
    DeadLetterId id = id(subscription, position);
    if (!views.isAllShown()) {
      throw new NotShownException();
    }
    if (edit == null || edit.payload() == null) {
      throw BodyException.of("payload", "a JSON object, an event of the type of the letter");
    }
    String why = Reason.required(edit);
    return details.of(letters.edit(id, json(edit.payload()), why));
  }

  private static String json(Object payload) {
    try {
      return JSON.encode(payload);
    } catch (PayloadException e) {
      throw BodyException.unfit("/payload", e);
    }
  }

  /** Does without one. */
  @POST
  @Path("{subscription}/{position: [0-9]+}/discard")
  @RolesAllowed(Roles.OPERATOR)
  @Operation(
      summary = "Does without the handling of the event; those behind it go on; takes a reason")
  public DeadLetterView discard(
      @PathParam("subscription") String subscription,
      @PathParam("position") String position,
      @Nullable Reason why) {
    String given = Reason.required(why);
    return DeadLetterView.of(letters.discard(id(subscription, position), given), views);
  }

  private static DeadLetterId id(String subscription, String position) {
    return new DeadLetterId(
        subscription(subscription),
        new GlobalPosition(Parameters.number("position", position, 1, 1, Long.MAX_VALUE)));
  }

  private static String subscription(String written) {
    return PathText.read("subscription", written, LONGEST_SUBSCRIPTION);
  }
}
