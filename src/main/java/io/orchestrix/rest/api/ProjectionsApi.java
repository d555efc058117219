package io.orchestrix.rest.api;

import io.orchestrix.message.ActingCaller;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.projection.Projections;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Projections: how far they are, and what can be done with them. */
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Projections")
public class ProjectionsApi {

  private static final int LONGEST_NAME = 255;
  private static final Instant FIRST = Instant.EPOCH;
  private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

  @Inject Projections projections;
  @Inject ActingCaller caller;
  @Inject PayloadViews views;

  /** All of them, in the order of their names. */
  @GET
  @RolesAllowed({Roles.READER, Roles.OPERATOR})
  @Operation(summary = "All projections, and how far they are")
  public Page<ProjectionView> list() {
    return new Page<>(
        projections.list().stream().map(status -> ProjectionView.of(status, views)).toList(), null);
  }

  /** One of them. */
  @GET
  @Path("{name}")
  @RolesAllowed({Roles.READER, Roles.OPERATOR})
  @Operation(summary = "A projection, and how far it is")
  public ProjectionView find(@PathParam("name") String name) {
    return view(name(name));
  }

  /** Lets it handle nothing any more. */
  @POST
  @Path("{name}/pause")
  @RolesAllowed(Roles.OPERATOR)
  @Operation(summary = "Lets it handle nothing until resumed")
  public ProjectionView pause(@PathParam("name") String name, @Nullable Reason why) {
    return act(name, why, projections::pause);
  }

  /** Lets it go on. */
  @POST
  @Path("{name}/resume")
  @RolesAllowed(Roles.OPERATOR)
  @Operation(summary = "Lets it go on that was paused, or stopped as an event had failed")
  public ProjectionView resume(@PathParam("name") String name, @Nullable Reason why) {
    return act(name, why, projections::resume);
  }

  /** Resets it, and lets events come again. */
  @POST
  @Path("{name}/replay")
  @RolesAllowed(Roles.OPERATOR)
  @Operation(
      summary =
          "Resets it and lets it handle events again; its read model is not complete meanwhile")
  public ProjectionView replay(@PathParam("name") String name, @Nullable ReplayRequest from) {
    String known = name(name);
    ReplayRequest wanted = from == null ? new ReplayRequest(null, null, null) : from;
    caller.because(Reason.optional(wanted));
    Long after = wanted.after();
    Instant instant = wanted.from();
    if (after != null && (instant != null || after < 0)) {
      throw BodyException.of("after", "a number from 0 on where no 'from' is given");
    }
    if (instant == null) {
      projections.replay(known, new GlobalPosition(after == null ? 0 : after));
    } else if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
      throw BodyException.of("from", "an instant of the years 1970 to 9999");
    } else {
      projections.replay(known, instant);
    }
    return view(known);
  }

  /** Builds the next version of its read model. */
  @POST
  @Path("{name}/rebuild")
  @RolesAllowed(Roles.OPERATOR)
  @Operation(summary = "Begins to build the next version of its read model beside the live one")
  public ProjectionView rebuild(@PathParam("name") String name, @Nullable Reason why) {
    return act(name, why, projections::rebuild);
  }

  /** Lets the version be read that is built. */
  @POST
  @Path("{name}/switch")
  @RolesAllowed(Roles.OPERATOR)
  @Operation(
      summary = "Lets the version that is built be read, as soon as it is where the live one is")
  public ProjectionView switchOver(@PathParam("name") String name, @Nullable Reason why) {
    return act(name, why, projections::switchOver);
  }

  /** Drops the version that is built. */
  @POST
  @Path("{name}/give-up")
  @RolesAllowed(Roles.OPERATOR)
  @Operation(summary = "Gives the version up that is built, and drops it; takes a reason")
  public ProjectionView giveUp(@PathParam("name") String name, @Nullable Reason why) {
    Reason.required(why);
    return act(name, why, projections::drop);
  }

  private ProjectionView act(String name, @Nullable Reason why, Consumer<String> action) {
    String known = name(name);
    caller.because(Reason.optional(why));
    action.accept(known);
    return view(known);
  }

  private ProjectionView view(String name) {
    return ProjectionView.of(projections.status(name), views);
  }

  private static String name(String written) {
    return PathText.read("name", written, LONGEST_NAME);
  }
}
