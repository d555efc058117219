package io.orchestrix.liberty;

/** The databases that the bank runs on. */
enum Database {
  H2,
  POSTGRESQL
}
