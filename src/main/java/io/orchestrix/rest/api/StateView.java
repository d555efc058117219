package io.orchestrix.rest.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state of an aggregate in a version of its stream.
 *
 * @param stream its name
 * @param version of it
 * @param event the one that led from the version before to this one
 * @param state the fields; {@code null} where payloads are not shown
 * @param change what is different from the version before, as a JSON Patch (RFC 6902); {@code null}
 *     where payloads are not shown
 */
public record StateView(
    String stream,
    long version,
    EventView event,
    @Nullable Map<String, Object> state,
    @Nullable List<Map<String, Object>> change) {}
