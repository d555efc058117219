package io.orchestrix.rest.api;

import io.orchestrix.OrchestrixException;

/** There is no message of the name that a path has. */
final class UnknownMessageException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  private UnknownMessageException(String code, String message) {
    super(code, Kind.NOT_FOUND, message);
  }

  static UnknownMessageException command() {
    return new UnknownMessageException(
        "ORX-7040",
        "There is no command of that name, or there are two. GET commands lists those there are.");
  }

  static UnknownMessageException query() {
    return new UnknownMessageException(
        "ORX-7041",
        "There is no query of that name, or there are two. GET queries lists those there are.");
  }
}
