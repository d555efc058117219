package io.orchestrix.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Where a handler stands still in the middle of its work until the test lets it go on. */
final class Standstill implements Runnable {

  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);

  @Override
  public void run() {
    reached.countDown();
    await(ended);
  }

  /** Until the handler is there. */
  void awaitReached() {
    await(reached);
  }

  void end() {
    ended.countDown();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
