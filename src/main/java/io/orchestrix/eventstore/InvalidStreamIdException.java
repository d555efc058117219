package io.orchestrix.eventstore;

import io.orchestrix.OrchestrixException;

/** A text cannot be part of the name of a stream. */
public final class InvalidStreamIdException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  InvalidStreamIdException(String text, String rule) {
    super(
        "ORX-3003",
        Kind.INVALID,
        "'%s' cannot name a stream: %s.".formatted(printable(text), rule));
  }

  private static String printable(String text) {
    String visible = text.replaceAll("\\p{Cntrl}", "?");
    return visible.length() > 60 ? visible.substring(0, 60) + "..." : visible;
  }
}
