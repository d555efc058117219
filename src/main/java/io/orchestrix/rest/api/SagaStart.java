package io.orchestrix.rest.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an instance begins with.
 *
 * @param key of the business, 1 to 200 characters; a random one if none is given
 * @param input its first state, as JSON
 * @param reason why, at most 1,000 characters
 */
public record SagaStart(
    @Schema(maxLength = 200) @Nullable String key,
    @Schema(required = true) @Nullable Object input,
    @Schema(maxLength = 1_000) @Nullable String reason)
    implements Reasoned {}
