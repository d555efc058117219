package io.orchestrix.rest.api;

import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Completes the document of the API when the build makes it: who may do what, that everything may
 * be a problem, and what is always there. Not used while the application runs.
 */
public class DocumentFilter implements OASFilter {

  private static final String ROOM = DocumentFilter.class.getPackageName() + ".";

  @Override
  public Operation filterOperation(Operation operation) {
    String[] id = operation.getOperationId().split("_", 2);
    List<String> roles = roles(method(id[0], id[1]));
    if (!roles.isEmpty()) { // otherwise nobody may
      String who = "For " + String.join(" or ", roles) + ".";
      String said = operation.getDescription();
      operation.setDescription(said == null ? who : said + " " + who);
      operation.addExtension("x-roles", roles);
      operation.addSecurityRequirement(
          OASFactory.createSecurityRequirement().addScheme(ApiApplication.LOGIN));
    }
    operation
        .getResponses()
        .setDefaultValue(OASFactory.createAPIResponse().ref(ApiApplication.PROBLEM));
    return operation;
  }

  /** As it is without configuration, and for messages that say nothing themselves. */
  private static List<String> roles(Method method) {
    RolesAllowed allowed = method.getAnnotation(RolesAllowed.class);
    if (allowed != null) {
      return List.of(allowed.value());
    }
    AccessBy by = method.getAnnotation(AccessBy.class);
    if (by == null) {
      return List.of();
    }
    return by.value() == AccessBy.Rule.QUERY
        ? List.of(Roles.READER, Roles.OPERATOR)
        : List.of(Roles.OPERATOR);
  }

  private static Method method(String part, String name) {
    return Stream.of(type(part).getDeclaredMethods())
        .filter(method -> method.getName().equals(name) && !method.isSynthetic())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(part + " has no method " + name + "."));
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    document.addServer(OASFactory.createServer().url("/")); // the application says where it is
    Map<String, Schema> schemas = document.getComponents().getSchemas();
    schemas.forEach(
        (name, schema) -> {
          Class<?> type = typeOrNull(name);
          if (type != null && type.isRecord()) {
            Stream.of(type.getRecordComponents())
                .filter(DocumentFilter::isAlwaysThere)
                .map(RecordComponent::getName)
                .forEach(schema::addRequired);
          }
        });
  }

  private static boolean isAlwaysThere(RecordComponent component) {
    return !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static Class<?> type(String name) {
    Class<?> type = typeOrNull(name);
    if (type == null) {
      throw new IllegalStateException("There is no " + ROOM + name + ".");
    }
    return type;
  }

  private static @Nullable Class<?> typeOrNull(String name) {
    try {
      return Class.forName(ROOM + name, false, DocumentFilter.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      return null;
    }
  }
}
