package io.orchestrix.aggregate;

import io.orchestrix.eventstore.RecordedEvent;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;

/**
 * The state of an aggregate in one version, and what led to it.
 *
 * @param version of its stream
 * @param event the one that led from the version before to this one
 * @param state the fields of the aggregate
 * @param change what is different from the version before, as a JSON Patch (RFC 6902) to it; before
 *     version 1 is the state of a new aggregate
 */
public record AggregateState(
    long version, RecordedEvent event, JsonObject state, JsonArray change) {}
