package io.orchestrix.config;

/** How the tables come to be. */
public enum SchemaMode {
  /** They must be there in the right version; otherwise the application does not start. */
  VALIDATE,
  /** They are made or brought to the right version at start. */
  MIGRATE,
  /** Nobody looks. */
  NONE
}
