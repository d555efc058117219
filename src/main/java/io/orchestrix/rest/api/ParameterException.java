package io.orchestrix.rest.api;

import io.orchestrix.OrchestrixException;
import java.util.List;

/** A parameter of a request is not what it takes. */
final class ParameterException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  private ParameterException(String message) {
    super("ORX-7015", Kind.INVALID, message);
  }

  /**
   * @param takes what would do, for people
   */
  static ParameterException of(String name, String takes) {
    return new ParameterException(
        "The parameter '%s' is not valid. It takes %s.".formatted(name, takes));
  }

  /** There is none of that name. */
  static ParameterException unknown(String name, List<String> known) {
    return new ParameterException(
        "The parameter '%s' is not known. Known are %s.".formatted(name, known));
  }

  /**
   * @param reason what is wrong with it, for people
   */
  static ParameterException unfit(String name, String reason) {
    return new ParameterException("The parameter '%s' %s.".formatted(name, reason));
  }
}
