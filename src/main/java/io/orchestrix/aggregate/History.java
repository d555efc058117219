package io.orchestrix.aggregate;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stream up to a version, as aggregates are rebuilt from it. Immutable.
 *
 * @param snapshot what it begins with; {@code null}: with the first event
 * @param rows what each event after that says
 * @param head the id of the last event; {@code null} of a stream that does not exist
 * @param kept the version of the last snapshot that was written, or at least tried; 0 without one
 */
record History(@Nullable Snapshot snapshot, List<Past> rows, @Nullable UUID head, long kept) {

  /** That of a new aggregate. */
  static final History NONE = new History(null, List.of(), null, 0);

  /** So many characters of a state weigh as much as one event. */
  private static final int CHARACTERS_OF_AN_EVENT = 256;

  static History of(Snapshot snapshot) {
    return new History(snapshot, List.of(), snapshot.head(), snapshot.version());
  }

  /** The version before the first row. */
  long base() {
    return snapshot == null ? 0 : snapshot.version();
  }

  long version() {
    return base() + rows.size();
  }

  /** How much it holds, in events. */
  long weight() {
    long characters = snapshot == null ? 0 : snapshot.state().length();
    return 1L + rows.size() + characters / CHARACTERS_OF_AN_EVENT;
  }

  /** With more events. */
  History plus(List<Past> more, UUID last) {
    if (more.isEmpty()) {
      return this;
    }
    List<Past> all = new ArrayList<>(rows.size() + more.size());
    all.addAll(rows);
    all.addAll(more);
    return new History(snapshot, all, last, kept);
  }

  /** A snapshot was written, or tried, in {@code version}. */
  History kept(long version) {
    return new History(snapshot, rows, head, version);
  }
}
