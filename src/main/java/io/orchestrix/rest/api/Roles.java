package io.orchestrix.rest.api;

/** Who may use the API. A server maps them to its users and groups. */
final class Roles {

  /** May look. */
  static final String READER = "orchestrix-reader";

  /** May look and act. */
  static final String OPERATOR = "orchestrix-operator";

  private Roles() {}
}
