package io.orchestrix.eventstore;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which of all events are read; what is empty filters nothing. Immutable.
 *
 * <pre>{@code
 * EventFilter.NONE.types("MoneyDeposited", "MoneyWithdrawn").tags("account:ACC-1")
 * }</pre>
 *
 * @param types stored type names, one of which an event has
 * @param categories categories of streams, one of which an event's stream has
 * @param correlationId the conversation; {@code null} for all
 * @param tags all of which an event has, each {@code name:value}
 */
public record EventFilter(
    Set<String> types, Set<String> categories, @Nullable UUID correlationId, Set<String> tags) {

  /** Lets every event through. */
  public static final EventFilter NONE = new EventFilter(Set.of(), Set.of(), null, Set.of());

  public EventFilter {
    types = Set.copyOf(types);
    categories = Set.copyOf(categories);
    tags = Set.copyOf(tags);
  }

  /** Only events of these types. */
  public EventFilter types(String... names) {
    return new EventFilter(Set.of(names), categories, correlationId, tags);
  }

  /** Only events of streams in these categories. */
  public EventFilter categories(String... names) {
    return new EventFilter(types, Set.of(names), correlationId, tags);
  }

  /** Only events of this conversation. */
  public EventFilter correlationId(UUID id) {
    return new EventFilter(types, categories, id, tags);
  }

  /** Only events with all of these tags. */
  public EventFilter tags(String... all) {
    return new EventFilter(types, categories, correlationId, Set.of(all));
  }

  /** Whether it lets an event through that has {@code tagged}. */
  public boolean admits(RecordedEvent event, Collection<String> tagged) {
    return (types.isEmpty() || types.contains(event.metadata().type()))
        && (categories.isEmpty() || categories.contains(event.stream().category()))
        && (correlationId == null || correlationId.equals(event.metadata().correlationId()))
        && tagged.containsAll(tags);
  }
}
