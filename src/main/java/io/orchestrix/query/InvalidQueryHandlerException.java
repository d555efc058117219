package io.orchestrix.query;

import io.orchestrix.OrchestrixException;
import java.lang.reflect.Type;

/** A method cannot handle the query that it claims to handle. */
public final class InvalidQueryHandlerException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  private InvalidQueryHandlerException(String code, String message) {
    super(code, Kind.FAULT, message);
  }

  static InvalidQueryHandlerException noAnswerType(String handler, Class<?> query) {
    return new InvalidQueryHandlerException(
        "ORX-2211",
        "%s handles %s, which does not say the type of its answer. Name it, as in %s implements Query<Balance>."
            .formatted(handler, query.getName(), query.getSimpleName()));
  }

  static InvalidQueryHandlerException wrongAnswerType(
      String handler, Type declared, Class<?> query, Type expected) {
    return new InvalidQueryHandlerException(
        "ORX-2212",
        "%s returns %s, but the answer to %s is %s. Let both name the same type."
            .formatted(handler, declared.getTypeName(), query.getName(), expected.getTypeName()));
  }

  static InvalidQueryHandlerException noProjection(String handler) {
    return new InvalidQueryHandlerException(
        "ORX-2213",
        "%s names a projection that it reads by a blank text. Write its name, or leave it out."
            .formatted(handler));
  }
}
