package io.orchestrix.message;

import com.github.f4b6a3.uuid.factory.standard.TimeOrderedEpochFactory;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Makes ids of version 7 (RFC 9562): those of one thread ascend. Thread-safe.
 *
 * <p>A factory lets one thread in at a time; if there were only one, threads would queue at it
 * whenever the one inside lost its processor.
 */
public final class TimeOrderedIds {

  private static final int FACTORIES = 32;

  private final TimeOrderedEpochFactory[] factories;

  /**
   * @param clock whose time the ids bear
   */
  public TimeOrderedIds(Clock clock) {
    SecureRandom seeds = new SecureRandom();
    this.factories =
        Stream.generate(() -> new SplittableRandom(seeds.nextLong()))
            .limit(FACTORIES)
            .map(random -> new TimeOrderedEpochFactory(random::nextLong, clock))
            .toArray(TimeOrderedEpochFactory[]::new);
  }

  /** A new id. */
  public UUID create() {
    return factories[(int) (Thread.currentThread().getId() % FACTORIES)].create();
  }
}
