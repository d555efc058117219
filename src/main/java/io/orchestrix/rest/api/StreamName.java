package io.orchestrix.rest.api;

import io.orchestrix.eventstore.StreamId;

/** The name of a stream in a path, see {@link PathText}. */
final class StreamName {

  private StreamName() {}

  static StreamId parse(String category, String key) {
    return new StreamId(category, PathText.unescaped(key));
  }

  /** The key as it stands in a path. */
  static String inPath(StreamId stream) {
    return stream.key().replace("~", "~0").replace("/", "~1");
  }
}
