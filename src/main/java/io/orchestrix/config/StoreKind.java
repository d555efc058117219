package io.orchestrix.config;

/** Where events and all that belongs to them are kept. */
public enum StoreKind {
  /** In the tables of the database behind the persistence unit. */
  JPA,
  /** In the memory of this server, until it ends. */
  MEMORY
}
