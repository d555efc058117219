package io.orchestrix.eventstore;

import io.orchestrix.message.GlobalPosition;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What work has answered, and what it has stored.
 *
 * @param answer of the work
 * @param position of the last event that it has stored; empty if it has stored none, or if that is
 *     not committed yet
 */
public record Positioned<T extends @Nullable Object>(T answer, Optional<GlobalPosition> position) {}
