package io.orchestrix.saga;

import io.orchestrix.eventstore.StreamId;

/**
 * Which instance of which saga.
 *
 * @param key of the business, such as the id of a transfer
 */
public record SagaId(String saga, String key) implements Comparable<SagaId> {

  private static final String CATEGORY = "saga.";

  /** The stream of its journal. */
  public StreamId journal() {
    return new StreamId(CATEGORY + saga, key);
  }

  /** The instance whose journal a stream is. */
  static SagaId ofJournal(StreamId stream) {
    if (!stream.category().startsWith(CATEGORY)) {
      throw new IllegalArgumentException("%s is no journal of a saga".formatted(stream));
    }
    return new SagaId(stream.category().substring(CATEGORY.length()), stream.key());
  }

  @Override
  public int compareTo(SagaId other) {
    int bySaga = saga.compareTo(other.saga);
    return bySaga != 0 ? bySaga : key.compareTo(other.key);
  }

  @Override
  public String toString() {
    return saga + "/" + key;
  }
}
