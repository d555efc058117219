package io.orchestrix.rest.api;

import io.orchestrix.eventstore.StreamId;

/** The name of a stream in a path, see {@link PathText}. */
final class StreamName {

  private StreamName() {}

  static StreamId parse(String category, String key) {
    return new StreamId(category, PathText.unescaped(key));
  }
}
