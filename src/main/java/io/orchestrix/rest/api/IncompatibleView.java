package io.orchestrix.rest.api;

import io.orchestrix.saga.IncompatibleInstance;
import io.orchestrix.saga.SagaStatus;
import java.util.List;

/**
 * A running instance that the code cannot continue.
 *
 * @param saga the name of the saga
 * @param key of the instance
 * @param version of the definition that it follows
 * @param status how it stands
 * @param problems why, for people
 */
public record IncompatibleView(
    String saga, String key, int version, SagaStatus status, List<String> problems) {

  static IncompatibleView of(IncompatibleInstance found) {
    return new IncompatibleView(
        found.id().saga(), found.id().key(), found.version(), found.status(), found.problems());
  }
}
