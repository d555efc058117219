package io.orchestrix.saga.jpa;

import java.util.Collections;

/** The question marks of a list of values. */
final class Placeholders {

  private Placeholders() {}

  static String of(int count) {
    return String.join(", ", Collections.nCopies(count, "?"));
  }
}
