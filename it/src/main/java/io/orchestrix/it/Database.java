package io.orchestrix.it;

/** The databases that the bank runs on. */
public enum Database {
  H2,
  POSTGRESQL
}
