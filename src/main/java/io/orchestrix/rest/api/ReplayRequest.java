package io.orchestrix.rest.api;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * From where on events come again; from the first on if nothing is said.
 *
 * @param after the position of the last event that does not
 * @param from when the first one occurred that does; instead of {@code after}
 * @param reason why, at most 1,000 characters
 */
public record ReplayRequest(
    @Schema(minimum = "0") @Nullable Long after,
    @Nullable Instant from,
    @Schema(maxLength = 1_000) @Nullable String reason)
    implements Reasoned {}
