package io.orchestrix.rest.api;

import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.StreamRange;
import io.orchestrix.message.ActingCaller;
import io.orchestrix.saga.OperatorAction;
import io.orchestrix.saga.SagaCheck;
import io.orchestrix.saga.SagaCount;
import io.orchestrix.saga.SagaId;
import io.orchestrix.saga.SagaInstance;
import io.orchestrix.saga.SagaRow;
import io.orchestrix.saga.Sagas;
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
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Sagas: how their instances stand, and what operators decide about them. */
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Sagas")
public class SagasApi {

  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_KEY = 200;

  @Inject Sagas sagas;
  @Inject EventStore store;
  @Inject PayloadViews views;
  @Inject SagaInputs inputs;
  @Inject ActingCaller caller;

  /** Instances, in the order of their names and keys. */
  @GET
  @RolesAllowed({Roles.READER, Roles.OPERATOR})
  @Operation(summary = "Instances of sagas, in the order of their names and keys")
  public Page<SagaRowView> list(@BeanParam SagaFilter filter, @BeanParam Paging paging) {
    return Page.of(
        rows(filter, paging), paging.limit(), row -> SagaRowView.of(row, views), SagasApi::cursor);
  }

  private List<SagaRow> rows(SagaFilter filter, Paging paging) {
    List<String> seen = Cursor.of(paging, 2);
    SagaId after = seen == null ? null : new SagaId(seen.get(0), seen.get(1));
    return sagas.page(filter.query(), after, paging.limit());
  }

  private static String cursor(SagaRow row) {
    return Cursor.of(row.id().saga(), row.id().key());
  }

  /** How many instances there are. */
  @GET
  @Path("counts")
  @RolesAllowed({Roles.READER, Roles.OPERATOR})
  @Operation(summary = "How many instances there are of each saga, version and status")
  public Page<SagaCount> counts() {
    return new Page<>(sagas.counts(), null);
  }

  /** Running instances that this code cannot continue. */
  @GET
  @Path("incompatible")
  @RolesAllowed({Roles.READER, Roles.OPERATOR})
  @Operation(
      summary = "Which instances of a page of the list the code of this node cannot continue",
      description =
          "Each page looks at as many instances as it may have; so one may be empty that others follow.")
  public Page<IncompatibleView> incompatible(
      @BeanParam SagaFilter filter, @BeanParam Paging paging) {
    List<SagaRow> rows = rows(filter, paging);
    SagaCheck check = sagas.check();
    List<IncompatibleView> found =
        rows.stream()
            .filter(row -> !row.status().isEnded())
            .flatMap(row -> check.look(row).stream())
            .map(IncompatibleView::of)
            .toList();
    String next = rows.size() < paging.limit() ? null : cursor(rows.get(rows.size() - 1));
    return new Page<>(found, next);
  }

  /** One instance. */
  @GET
  @Path("{name}/{key}")
  @RolesAllowed({Roles.READER, Roles.OPERATOR})
  @Operation(summary = "An instance with its steps and deadlines")
  public SagaView find(@PathParam("name") String name, @PathParam("key") String key) {
    return view(id(name, key));
  }

  private SagaView view(SagaId id) {
    SagaInstance instance = sagas.get(id);
    return SagaView.of(
        instance, sagas.definition(id.saga(), instance.version()).orElse(null), views);
  }

  /** What has happened to it. */
  @GET
  @Path("{name}/{key}/journal")
  @RolesAllowed({Roles.READER, Roles.OPERATOR})
  @Operation(summary = "What has happened to an instance, the oldest first")
  public Page<SagaEntryView> journal(
      @PathParam("name") String name, @PathParam("key") String key, @BeanParam Paging paging) {
    SagaId id = id(name, key);
    long seen = Parameters.number("after", paging.after(), 0, 0, Long.MAX_VALUE - 1);
    List<RecordedEvent> found =
        store.page(id.journal(), StreamRange.ALL.from(seen + 1), paging.limit());
    if (found.isEmpty()) {
      sagas.get(id); // unless there is none
    }
    return Page.of(
        found,
        paging.limit(),
        entry -> SagaEntryView.of(entry, views),
        entry -> Long.toString(entry.version()));
  }

  /** Starts an instance by hand. */
  @POST
  @Path("{name}")
  @RolesAllowed(Roles.OPERATOR)
  @Operation(summary = "Starts an instance; starting it again with an equal input changes nothing")
  public SagaView start(@PathParam("name") String name, @Nullable SagaStart wanted) {
    String saga = PathText.read("name", name, LONGEST_NAME);
    Object input = wanted == null ? null : wanted.input();
    if (wanted == null || input == null) {
      throw BodyException.of("input", "what an instance begins with");
    }
    caller.because(Reason.optional(wanted));
    Object first = inputs.read(sagas.definition(saga).stateType(), input);
    String key = wanted.key();
    return view(key == null ? sagas.start(saga, first) : sagas.start(saga, key, first));
  }

  /** Decides about one. */
  @POST
  @Path("{name}/{key}/{action: retry|mark-done|skip|compensate}")
  @RolesAllowed(Roles.OPERATOR)
  @Operation(
      summary = "Decides about an instance; all but retry take a reason",
      description =
          "retry tries the work again that has failed, which ends the quarantine; mark-done takes it for done by hand; skip goes on without it; compensate takes back what was done.")
  public SagaView operate(
      @PathParam("name") String name,
      @PathParam("key") String key,
      @Parameter(
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      enumeration = {"retry", "mark-done", "skip", "compensate"}))
          @PathParam("action")
          String action,
      @Nullable Reason why) {
    SagaId id = id(name, key);
    OperatorAction wanted =
        Objects.requireNonNull(Parameters.choice("action", action, OperatorAction.class));
    String note = wanted == OperatorAction.RETRY ? Reason.optional(why) : Reason.required(why);
    sagas.operate(id, wanted, caller.name(), note);
    return view(id);
  }

  /** Retires a version. */
  @POST
  @Path("{name}/versions/{version: [0-9]+}/retire")
  @RolesAllowed(Roles.OPERATOR)
  @Operation(summary = "Says that there will be no instances of a version any more; takes a reason")
  @APIResponse(responseCode = "204", description = "It is done.")
  public void retire(
      @PathParam("name") String name, @PathParam("version") String version, @Nullable Reason why) {
    caller.because(Reason.required(why));
    sagas.retire(
        PathText.read("name", name, LONGEST_NAME),
        (int) Parameters.number("version", version, 1, 1, Integer.MAX_VALUE));
  }

  private static SagaId id(String name, String key) {
    return new SagaId(
        PathText.read("name", name, LONGEST_NAME), PathText.read("key", key, LONGEST_KEY));
  }
}
