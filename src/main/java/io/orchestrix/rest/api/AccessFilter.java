package io.orchestrix.rest.api;

import io.orchestrix.rest.Problem;
import jakarta.annotation.Priority;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.lang.reflect.Method;
import java.util.stream.Stream;

/**
 * Lets only those in who have a role that the method names, or whom its {@link AccessBy} admits;
 * where there is neither, nobody. The server has asked them to log in before, as web-fragment.xml
 * wants it. Who is logged in and refused is in the audit log.
 */
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
public class AccessFilter implements ContainerRequestFilter {

  /** The parameter of a path that names a message. */
  static final String NAME = "name";

  @Context ResourceInfo resource;
  @Inject AccessRules rules;
  @Inject RefusedAccess refused;

  @Override
  public void filter(ContainerRequestContext request) {
    SecurityContext caller = request.getSecurityContext();
    if (caller.getUserPrincipal() == null) {
      request.abortWith(notLoggedIn(request.getUriInfo().getRequestUri().getRawPath()));
      return;
    }
    Method method = resource.getResourceMethod();
    String named = request.getUriInfo().getPathParameters().getFirst(NAME);
    String name = named == null ? "" : named;
    try {
      check(method, name, caller);
    } catch (AccessException e) {
      refused.write(method, name, request.getRequest(), request.getUriInfo(), e);
      throw e;
    }
  }

  private void check(Method method, String name, SecurityContext caller) {
    AccessBy by = method.getAnnotation(AccessBy.class);
    if (by != null) {
      rules.check(by.value(), name, caller);
      return;
    }
    RolesAllowed allowed = method.getAnnotation(RolesAllowed.class);
    if (allowed == null || Stream.of(allowed.value()).noneMatch(caller::isUserInRole)) {
      throw AccessException.noRole(allowed == null ? new String[0] : allowed.value());
    }
  }

  private static Response notLoggedIn(String path) {
    return Problem.of(
            "ORX-7012",
            Response.Status.UNAUTHORIZED.getStatusCode(),
            "Nobody is logged in. Log in as the application asks for it; without a login in its web.xml there is nobody who may use the API.",
            path)
        .toResponse();
  }
}
