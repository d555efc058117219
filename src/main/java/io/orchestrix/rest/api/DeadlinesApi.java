package io.orchestrix.rest.api;

import io.orchestrix.deadline.Deadline;
import io.orchestrix.deadline.DeadlineContents;
import io.orchestrix.deadline.DeadlineKey;
import io.orchestrix.deadline.DeadlineState;
import io.orchestrix.deadline.Deadlines;
import io.orchestrix.message.ActingCaller;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Deadlines, scheduled commands and recurring ones: what is to happen, and when. */
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Deadlines")
public class DeadlinesApi {

  private static final int LONGEST_HANDLER = 200;
  private static final int LONGEST_KEY = 300;

  /** No class has a name with that in it. */
  private static final Pattern OF_SAGA = Pattern.compile("saga(-unmatched)?:.*", Pattern.DOTALL);

  @Inject Deadlines deadlines;
  @Inject ActingCaller caller;
  @Inject DeadlineContents contents;
  @Inject PayloadViews views;

  /** Some of them, in the order of their handlers and keys. */
  @GET
  @RolesAllowed({Roles.READER, Roles.OPERATOR})
  @Operation(summary = "Deadlines, scheduled and recurring commands, in the order of their keys")
  public Page<DeadlineView> list(
      @Parameter(
              description = "The whole name of who is told when they are due.",
              schema = @Schema(type = SchemaType.STRING, maxLength = 200))
          @QueryParam("handler")
          @Nullable String handler,
      @Parameter(
              description = "How they stand.",
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      enumeration = {"waiting", "retrying", "given-up"}))
          @QueryParam("state")
          @Nullable String state,
      @BeanParam Paging paging) {
    List<String> seen = Cursor.of(paging, 2);
    List<Deadline> found =
        deadlines.page(
            Parameters.text("handler", handler),
            Parameters.choice("state", state, DeadlineState.class),
            seen == null ? null : seen(seen),
            paging.limit());
    return Page.of(
        found,
        paging.limit(),
        this::view,
        deadline -> Cursor.of(deadline.key().handler(), deadline.key().value()));
  }

  private static DeadlineKey seen(List<String> parts) {
    if (parts.get(0).length() > LONGEST_HANDLER || parts.get(1).length() > LONGEST_KEY) {
      throw Cursor.foreign();
    }
    return new DeadlineKey(parts.get(0), parts.get(1));
  }

  /** One of them. */
  @GET
  @Path("{handler}/{key}")
  @RolesAllowed({Roles.READER, Roles.OPERATOR})
  @Operation(summary = "A deadline, and what it holds")
  public DeadlineView find(@PathParam("handler") String handler, @PathParam("key") String key) {
    return view(deadlines.get(key(handler, key)));
  }

  /** Lets one be handled at once. */
  @POST
  @Path("{handler}/{key}/fire")
  @RolesAllowed(Roles.OPERATOR)
  @Operation(summary = "Lets it be handled at once, before its time")
  @APIResponse(responseCode = "204", description = "It is done.")
  public void fire(
      @PathParam("handler") String handler, @PathParam("key") String key, @Nullable Reason why) {
    DeadlineKey known = notOfSaga(key(handler, key));
    caller.because(Reason.optional(why));
    deadlines.fire(known);
  }

  /** Lets one be tried again. */
  @POST
  @Path("{handler}/{key}/retry")
  @RolesAllowed(Roles.OPERATOR)
  @Operation(summary = "Lets one that has failed be tried at once, with all its attempts anew")
  @APIResponse(responseCode = "204", description = "It is done.")
  public void retry(
      @PathParam("handler") String handler, @PathParam("key") String key, @Nullable Reason why) {
    caller.because(Reason.optional(why));
    deadlines.retry(key(handler, key));
  }

  /** Lets one come at another time. */
  @POST
  @Path("{handler}/{key}/reschedule")
  @RolesAllowed(Roles.OPERATOR)
  @Operation(summary = "Lets it come at another time")
  public DeadlineView reschedule(
      @PathParam("handler") String handler,
      @PathParam("key") String key,
      @Nullable Rescheduling wanted) {
    DeadlineKey known = notOfSaga(key(handler, key));
    Instant at = wanted == null ? null : wanted.at();
    if (wanted == null || at == null) {
      throw BodyException.of("at", "an instant such as 2026-01-31T12:00:00Z");
    }
    caller.because(Reason.optional(wanted));
    return view(deadlines.reschedule(known, at));
  }

  /** Removes one. */
  @POST
  @Path("{handler}/{key}/cancel")
  @RolesAllowed(Roles.OPERATOR)
  @Operation(summary = "Removes it, a recurring command for good; takes a reason")
  @APIResponse(responseCode = "204", description = "It is done.")
  public void cancel(
      @PathParam("handler") String handler, @PathParam("key") String key, @Nullable Reason why) {
    DeadlineKey known = notOfSaga(key(handler, key));
    caller.because(Reason.required(why));
    deadlines.cancel(known);
  }

  private DeadlineView view(Deadline deadline) {
    return DeadlineView.of(deadline, contents.of(deadline), views);
  }

  private static DeadlineKey key(String handler, String key) {
    return new DeadlineKey(
        PathText.read("handler", handler, LONGEST_HANDLER), PathText.read("key", key, LONGEST_KEY));
  }

  private static DeadlineKey notOfSaga(DeadlineKey key) {
    if (OF_SAGA.matcher(key.handler()).matches()) {
      throw new OfSagaException(key);
    }
    return key;
  }
}
