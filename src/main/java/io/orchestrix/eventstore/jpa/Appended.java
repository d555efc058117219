package io.orchestrix.eventstore.jpa;

import io.orchestrix.eventstore.AppendResult;
import io.orchestrix.eventstore.RecordedEvent;
import java.util.List;

/**
 * What an append has done.
 *
 * @param results where its events are, in the order of the call
 * @param events those that were inserted, in the order of their positions; none if all were before
 */
record Appended(List<AppendResult> results, List<RecordedEvent> events) {}
