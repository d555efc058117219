package io.orchestrix.saga;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an instance stands, in short: what lists show. All else is in its journal.
 *
 * @param version of the definition that it follows
 * @param reason why it is taken back, or quarantined; {@code null} if it is not
 * @param startedAt when it began
 * @param changedAt since when it stands so
 */
public record SagaRow(
    SagaId id,
    int version,
    SagaStatus status,
    @Nullable String reason,
    Instant startedAt,
    Instant changedAt) {}
