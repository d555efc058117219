package io.orchestrix.saga;

import org.jspecify.annotations.Nullable;

/**
 * Which instances.
 *
 * @param saga of which saga; {@code null} for all
 * @param status how they stand; {@code null} for all
 */
public record SagaQuery(@Nullable String saga, @Nullable SagaStatus status) {

  /** All there are. */
  public static final SagaQuery ALL = new SagaQuery(null, null);
}
