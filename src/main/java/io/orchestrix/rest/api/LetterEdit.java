package io.orchestrix.rest.api;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a handler is to get instead of what is stored.
 *
 * @param payload an event of the type and revision of the letter
 * @param reason why, 1 to 1,000 characters
 */
public record LetterEdit(
    @Schema(required = true) @Nullable Map<String, @Nullable Object> payload,
    @Schema(required = true, maxLength = 1_000) @Nullable String reason)
    implements Reasoned {}
