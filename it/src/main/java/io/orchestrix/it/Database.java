package io.orchestrix.it;

/** The databases that the bank runs on. */
enum Database {
  H2,
  POSTGRESQL
}
