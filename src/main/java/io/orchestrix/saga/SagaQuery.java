package io.orchestrix.saga;

import org.jspecify.annotations.Nullable;

/**
 * Which instances. Immutable.
 *
 * <p>A saga and a status are found by an index; a text is looked for in one key after the other.
 *
 * @param saga of which saga; {@code null} for all
 * @param status how they stand; {@code null} for all
 * @param text part of the key as it is written, upper and lower case told apart; empty for any
 */
public record SagaQuery(@Nullable String saga, @Nullable SagaStatus status, String text) {

  /** All there are. */
  public static final SagaQuery ALL = new SagaQuery(null, null);

  /** Whatever their keys are. */
  public SagaQuery(@Nullable String saga, @Nullable SagaStatus status) {
    this(saga, status, "");
  }

  /** Only those whose keys hold {@code part}. */
  public SagaQuery text(String part) {
    return new SagaQuery(saga, status, part);
  }

  /** Whether it lets an instance through. */
  public boolean admits(SagaRow row) {
    return (saga == null || saga.equals(row.id().saga()))
        && (status == null || status == row.status())
        && row.id().key().contains(text);
  }
}
