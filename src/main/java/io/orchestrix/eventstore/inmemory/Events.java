package io.orchestrix.eventstore.inmemory;

import io.orchestrix.message.GlobalPosition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All events by position and by id. One unit of work writes at a time, so what is not committed
 * comes last. Not thread-safe.
 */
final class Events {

  /** The event at position 1 comes first; {@code null} where one was removed. */
  private final List<@Nullable StoredEvent> byPosition = new ArrayList<>();

  /** Those that stand in the store, or did not before what is written now. */
  private final Map<UUID, StoredEvent> byId = new HashMap<>();

  private int committed;

  /** The position of the last committed event. */
  GlobalPosition head() {
    return new GlobalPosition(committed);
  }

  /** The position that the next event gets. */
  long next() {
    return byPosition.size() + 1L;
  }

  /** The event of an id, as the one sees it who writes. */
  @Nullable StoredEvent find(UUID id) {
    return byId.get(id);
  }

  void add(StoredEvent event) {
    byPosition.add(event);
    putId(event);
  }

  void putId(StoredEvent event) {
    byId.put(event.metadata().id(), event);
  }

  void removeId(StoredEvent event) {
    byId.remove(event.metadata().id());
  }

  /** Removes an event whose id was removed before. */
  void remove(StoredEvent event) {
    byPosition.set((int) event.position() - 1, null);
  }

  /**
   * Those at the next {@code many} positions, all of them committed; without those that the one has
   * deleted who writes, if it is the one who looks.
   */
  List<StoredEvent> after(long position, int many, View view) {
    List<StoredEvent> found = new ArrayList<>();
    for (long i = position; i < position + many; i++) {
      StoredEvent event = byPosition.get((int) i);
      if (event != null && (view == View.READER || !event.stream().isDeleted(view))) {
        found.add(event);
      }
    }
    return found;
  }

  void commit() {
    committed = byPosition.size();
  }

  /** Gives the positions back. */
  void rollBack() {
    List<@Nullable StoredEvent> undone = byPosition.subList(committed, byPosition.size());
    for (StoredEvent event : undone) {
      if (event != null) {
        removeId(event);
      }
    }
    undone.clear();
  }
}
