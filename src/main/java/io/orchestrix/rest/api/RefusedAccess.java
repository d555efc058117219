package io.orchestrix.rest.api;

import io.orchestrix.audit.RefusedRequests;
import io.orchestrix.module.MessageTypes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.util.stream.Stream;

/** Lets the audit log know who was refused what he has no right to. Thread-safe. */
@ApplicationScoped
class RefusedAccess {

  @Inject MessageTypes types;
  @Inject RefusedRequests requests;

  /**
   * Somebody who is logged in has no right to call a method of the API.
   *
   * @param name of a message, as the path says it; empty if that names none
   */
  void write(Method method, String name, Request request, UriInfo uri, AccessException failure) {
    AccessBy by = method.getAnnotation(AccessBy.class);
    if (by != null && by.value() == AccessBy.Rule.COMMAND && types.command(name).isPresent()) {
      requests.command(name, failure);
    } else {
      String path = uri.getPath(false).replaceFirst("^/", ""); // servers differ in that
      requests.action(request.getMethod() + " " + template(method), path, failure);
    }
  }

  /** The path of a method, as the document of the API has it: without what its parts must be. */
  private static String template(Method method) {
    String part =
        Stream.of(ApiRoot.class.getMethods())
            .filter(locator -> locator.getReturnType() == method.getDeclaringClass())
            .map(RefusedAccess::ownPath)
            .findFirst()
            .orElse("");
    String own = ownPath(method);
    String between = part.isEmpty() || own.isEmpty() ? "" : "/";
    return (part + between + own).replaceAll(":[^}]*", "");
  }

  private static String ownPath(Method method) {
    Path path = method.getAnnotation(Path.class);
    return path == null ? "" : path.value();
  }
}
