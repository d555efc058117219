package io.orchestrix.aggregate;

/**
 * Writes the state of an aggregate, which is in its fields, as a JSON object, and reads it back.
 * Thread-safe. What belongs to {@link AggregateRoot} itself is no part of the state.
 */
public interface StateCodec {

  /**
   * Writes the state.
   *
   * @throws RuntimeException if it cannot be written
   */
  String encode(AggregateRoot aggregate);

  /**
   * Reads a state into an aggregate that was just made.
   *
   * @throws RuntimeException if {@code json} is not the state of such an aggregate; the aggregate
   *     is of no use then
   */
  void decode(String json, AggregateRoot aggregate);
}
