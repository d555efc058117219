package io.orchestrix.aggregate;

import io.orchestrix.message.Event;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to be remembered of events, unless that is too much or not possible. */
final class Rows {

  private final AggregateServices services;
  private @Nullable List<Past> rows;

  /**
   * @param total how many events the history will have with them
   */
  Rows(AggregateServices services, long total) {
    this.services = services;
    this.rows = services.histories().holds(total) ? new ArrayList<>() : null;
  }

  /** Before an aggregate sees them, which might change them. */
  void add(List<Event> payloads) {
    if (rows != null) {
      try {
        rows.add(Past.of(payloads, services.format()));
      } catch (RuntimeException e) {
        rows = null; // it cannot be written; those who read it from the store do not mind
      }
    }
  }

  /** As the store would give it to the next reader. */
  void addAsStored(Event event) {
    if (rows != null) {
      try {
        add(services.format().decode(services.format().encode(event)));
      } catch (RuntimeException e) {
        rows = null; // it cannot be read; whoever reads it from the store is told
      }
    }
  }

  /** All of them; {@code null} if they are not to be remembered. */
  @Nullable List<Past> toList() {
    return rows;
  }
}
