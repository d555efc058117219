package io.orchestrix.rest;

import io.orchestrix.OrchestrixException;
import io.orchestrix.OrchestrixException.Kind;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A failure as RFC 9457 problem details. Immutable.
 *
 * @param status of HTTP
 * @param tryAgain whether the same request may succeed in a moment
 * @param members of the JSON object
 */
public record Problem(int status, boolean tryAgain, Map<String, Object> members) {

  private static final String MEDIA_TYPE = "application/problem+json";

  /**
   * What is said outside of a failure.
   *
   * @param instance the path of the request; {@code null} where it is not known
   */
  public static Problem of(OrchestrixException failure, @Nullable String instance) {
    Map<String, Object> members =
        members(failure.code(), status(failure.kind()), detail(failure), instance);
    if (failure.kind() == Kind.UNKNOWN) {
      members.put("title", "The outcome is unknown");
    }
    if (failure.kind() != Kind.FAULT) {
      failure.details().forEach(members::putIfAbsent);
    }
    return new Problem(status(failure.kind()), failure.kind() == Kind.UNAVAILABLE, members);
  }

  /**
   * A failure that is no exception of ours.
   *
   * @param instance the path of the request; {@code null} where it is not known
   */
  public static Problem of(String code, int status, String detail, @Nullable String instance) {
    return new Problem(status, false, members(code, status, detail, instance));
  }

  private static Map<String, Object> members(
      String code, int status, String detail, @Nullable String instance) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", "urn:orchestrix:" + code);
    members.put("title", title(status));
    members.put("status", status);
    members.put("detail", detail);
    if (instance != null) {
      members.put("instance", instance);
    }
    members.put("code", code);
    return members;
  }

  /** As it is written. */
  public String json() {
    return RestJson.CODEC.encode(members);
  }

  /** As an answer. */
  public Response toResponse() {
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

  private static String title(int status) {
    return switch (status) {
      case 400 -> "The input is not valid";
      case 401 -> "Nobody is logged in";
      case 403 -> "Not allowed";
      case 404 -> "Not found";
      case 405 -> "Not a method of this address";
      case 406 -> "No answer of that media type";
      case 409 -> "In conflict with what is there";
      case 415 -> "Not a media type of this address";
      case 422 -> "Forbidden by a rule";
      case 500 -> "A fault of the server";
      case 503 -> "Not available for now";
      default -> "The request failed";
    };
  }
}
