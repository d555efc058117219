package io.orchestrix.saga;

import java.util.Comparator;

/** How many instances of a saga follow a version of its definition and stand in a way. */
public record SagaCount(String saga, int version, SagaStatus status, long count) {

  /** By saga, version and status. */
  public static final Comparator<SagaCount> ORDER =
      Comparator.comparing(SagaCount::saga)
          .thenComparing(SagaCount::version)
          .thenComparing(SagaCount::status);
}
