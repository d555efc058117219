package io.orchestrix.rest.api;

import io.orchestrix.saga.SagaRow;
import io.orchestrix.saga.SagaStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An instance of a saga, in short.
 *
 * @param saga the name of the saga
 * @param key of the instance
 * @param version of the definition that it follows
 * @param status how it stands
 * @param reason why it is taken back, or quarantined: a code or a class, and more where all may be
 *     seen
 * @param startedAt when it began
 * @param changedAt since when it stands so
 */
public record SagaRowView(
    String saga,
    String key,
    int version,
    SagaStatus status,
    @Nullable String reason,
    Instant startedAt,
    Instant changedAt) {

  static SagaRowView of(SagaRow row, PayloadViews views) {
    return new SagaRowView(
        row.id().saga(),
        row.id().key(),
        row.version(),
        row.status(),
        views.ofFailure(row.reason()),
        row.startedAt(),
        row.changedAt());
  }
}
