package io.orchestrix.rest.api;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Another time for a deadline.
 *
 * @param at when it is to happen, in the years 1970 to 9999
 * @param reason why, at most 1,000 characters
 */
public record Rescheduling(
    @Schema(required = true) @Nullable Instant at,
    @Schema(maxLength = 1_000) @Nullable String reason)
    implements Reasoned {}
