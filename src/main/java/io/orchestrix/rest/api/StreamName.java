package io.orchestrix.rest.api;

import io.orchestrix.eventstore.StreamId;

/**
 * The key of a stream in a path. What servers do not let through there is written as JSON Pointer
 * does it: {@code ~1} for a slash, {@code ~0} for {@code ~}.
 */
final class StreamName {

  private StreamName() {}

  static StreamId parse(String category, String key) {
    return new StreamId(category, key.replace("~1", "/").replace("~0", "~"));
  }
}
