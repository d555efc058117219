package io.orchestrix.rest.api;

import io.orchestrix.audit.AuditEntry;
import io.orchestrix.audit.AuditLog;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who did what. It can be read, and nothing else. */
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit")
public class AuditApi {

  @Inject AuditLog log;

  /** The entries, the newest first. */
  @GET
  @RolesAllowed({Roles.READER, Roles.OPERATOR})
  @Operation(summary = "Commands and administrative actions, the newest first")
  public Page<AuditView> list(@BeanParam AuditQuery query, @BeanParam Paging paging) {
    UUID before = Parameters.uuid("after", paging.after());
    List<AuditEntry> found = log.page(query.filter(), before, paging.limit());
    return Page.of(found, paging.limit(), AuditView::of, entry -> entry.id().toString());
  }

  /** One entry. */
  @GET
  @Path("{id}")
  @RolesAllowed({Roles.READER, Roles.OPERATOR})
  @Operation(summary = "One entry")
  public AuditView find(@PathParam("id") String id) {
    return Optional.ofNullable(Parameters.uuid("id", id))
        .flatMap(log::find)
        .map(AuditView::of)
        .orElseThrow(NotFoundException::new);
  }
}
