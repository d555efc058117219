package io.orchestrix.rest.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which sequence is to go on.
 *
 * @param sequence its key, such as the name of a stream
 * @param reason why, at most 1,000 characters
 */
public record SequenceRetry(
    @Schema(required = true, maxLength = 301) @Nullable String sequence,
    @Schema(maxLength = 1_000) @Nullable String reason)
    implements Reasoned {}
