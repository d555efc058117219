package io.orchestrix.bench;

import io.orchestrix.projection.Projection;
import io.orchestrix.subscription.HandlesEvent;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.EventHandler;

/** Does nothing but count; for both contestants. */
@Projection("counting")
class Counting {

  private final AtomicLong counted = new AtomicLong();

  @EventHandler
  void booked(@SuppressWarnings("UnusedVariable") @HandlesEvent MoneyBooked event) {
    counted.incrementAndGet();
  }

  void mustHaveCounted(long expected) {
    if (counted.get() != expected) {
      throw new IllegalStateException(counted + " events were counted, not " + expected);
    }
  }
}
