package io.orchestrix.deadline.inmemory;

import io.orchestrix.deadline.Deadline;
import io.orchestrix.deadline.DeadlineKey;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a unit of work does to a deadline when it commits.
 *
 * @param after what stands there then; {@code null} if nothing does
 * @param only the deadline that it is done to: one that has replaced it stays; {@code null} if it
 *     is done to any
 */
record Change(@Nullable Deadline after, @Nullable UUID only) {

  void apply(DeadlineKey key, Rows rows) {
    Deadline before = rows.find(key);
    if (only != null && (before == null || !before.id().equals(only))) {
      return;
    }
    if (after == null) {
      rows.remove(key);
    } else {
      rows.put(after);
    }
  }
}
