package io.orchestrix.aggregate;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where an aggregate comes from: its stream as it was when it was loaded or stored.
 *
 * @param version the version that it has without pending events
 * @param head the id of the event there; {@code null} without one
 * @param newest the version that its stream had; a higher one than {@code version} makes it history
 * @param snapshot the version of the snapshot that is known of it; 0 without one
 * @param nanos how long it took to read and apply the events after that snapshot
 */
record Provenance(long version, @Nullable UUID head, long newest, long snapshot, long nanos) {

  /** Of an aggregate that was just made. */
  static final Provenance NEW = new Provenance(0, null, 0, 0, 0);

  boolean isOfThePast() {
    return version < newest;
  }
}
