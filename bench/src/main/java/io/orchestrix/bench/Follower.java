package io.orchestrix.bench;

import java.time.Duration;

/** One way to let projections follow the events of a store. */
interface Follower extends AutoCloseable {

  String name();

  /** Where the events are. */
  Tables tables();

  /**
   * Lets {@link Balances} handle all events that there are, and fails if a sum is wrong.
   *
   * @param segments into how many parts the work is divided
   * @return the time until the last of them is committed in the table
   */
  Duration replayBalances(Filling filling, int segments) throws Exception;

  /** Lets {@link Counting} handle all events that there are. */
  Duration replayCounting(Filling filling) throws Exception;

  @Override
  void close();
}
