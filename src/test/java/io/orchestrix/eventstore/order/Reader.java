package io.orchestrix.eventstore.order;

import io.orchestrix.eventstore.GlobalReader;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.message.GlobalPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;

/** Follows all events from where it stopped, as a subscription does. */
final class Reader {

  private final BiFunction<GlobalPosition, Integer, List<RecordedEvent>> pages;
  private final List<RecordedEvent> seen = new ArrayList<>();
  private GlobalPosition last = GlobalPosition.START;

  private Reader(BiFunction<GlobalPosition, Integer, List<RecordedEvent>> pages) {
    this.pages = pages;
  }

  /** Reads through the store. */
  static Reader of(GlobalReader store) {
    return new Reader((after, atMost) -> store.pageOfAll(after, atMost));
  }

  /** Reads with {@code position > last} alone, as the field does. */
  static Reader naive(NaivePages pages) {
    return new Reader(pages::after);
  }

  /** Reads all that can be read now; returns how many that were. */
  int catchUp() {
    int before = seen.size();
    List<RecordedEvent> page;
    do {
      page = pages.apply(last, 500);
      seen.addAll(page);
      if (!page.isEmpty()) {
        last = page.get(page.size() - 1).position();
      }
    } while (!page.isEmpty());
    return seen.size() - before;
  }

  List<RecordedEvent> seen() {
    return seen;
  }

  List<UUID> ids() {
    return seen.stream().map(event -> event.metadata().id()).toList();
  }
}
