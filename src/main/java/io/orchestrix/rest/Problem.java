package io.orchestrix.rest;

import io.orchestrix.OrchestrixException;
import io.orchestrix.OrchestrixException.Kind;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A failure as RFC 9457 problem details. */
record Problem(int status, boolean tryAgain, Map<String, Object> members) {

  private static final String MEDIA_TYPE = "application/problem+json";

  /**
   * @param instance the path of the request; {@code null} where it is not known
   */
  static Problem of(OrchestrixException failure, @Nullable String instance) {
    int status = status(failure.kind());
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", "urn:orchestrix:" + failure.code());
    members.put("title", title(failure.kind()));
    members.put("status", status);
    members.put("detail", detail(failure));
    if (instance != null) {
      members.put("instance", instance);
    }
    members.put("code", failure.code());
    if (failure.kind() != Kind.FAULT) {
      failure.details().forEach(members::putIfAbsent);
    }
    return new Problem(status, failure.kind() == Kind.UNAVAILABLE, members);
  }

  /** As it is written. */
  String json() {
    return RestJson.CODEC.encode(members);
  }

  Response toResponse() {
    Response.ResponseBuilder response = Response.status(status).type(MEDIA_TYPE).entity(json());
    return tryAgain ? response.header("Retry-After", 1).build() : response.build();
  }

  /** What is said outside: of a fault of the server nothing but its code. */
  private static String detail(OrchestrixException failure) {
    return failure.kind() == Kind.FAULT
        ? "The server could not do this; its log says why."
        : String.valueOf(failure.getMessage()).substring(failure.code().length() + 1);
  }

  private static int status(Kind kind) {
    return switch (kind) {
      case INVALID -> 400;
      case FORBIDDEN -> 403;
      case NOT_FOUND -> 404;
      case CONFLICT -> 409;
      case REFUSED -> 422;
      case UNAVAILABLE, UNKNOWN -> 503;
      case FAULT -> 500;
    };
  }

  private static String title(Kind kind) {
    return switch (kind) {
      case INVALID -> "The input is not valid";
      case FORBIDDEN -> "Not allowed";
      case NOT_FOUND -> "Not found";
      case CONFLICT -> "In conflict with what is there";
      case REFUSED -> "Forbidden by a rule";
      case UNAVAILABLE -> "Not available for now";
      case UNKNOWN -> "The outcome is unknown";
      case FAULT -> "A fault of the server";
    };
  }
}
