package io.orchestrix.rest.api;

import io.orchestrix.OrchestrixException;

/** A caller may not do what he asks the API for. */
final class AccessException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  private AccessException(String code, String message) {
    super(code, Kind.FORBIDDEN, message);
  }

  static AccessException noRole(String... roles) {
    return new AccessException(
        "ORX-7013",
        "This takes one of the roles %s. Ask for it, or let the server map yours to it."
            .formatted(String.join(", ", roles)));
  }

  static AccessException otherSite() {
    return new AccessException(
        "ORX-7014",
        "A page of another site has sent this. Only pages of this server may change anything here.");
  }
}
