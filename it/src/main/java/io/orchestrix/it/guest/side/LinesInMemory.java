package io.orchestrix.it.guest.side;

import io.orchestrix.it.guest.LineWritten;
import io.orchestrix.projection.Projection;
import io.orchestrix.subscription.HandlesEvent;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the lines, so that a subscription is at work. */
@Projection(value = "lines", segments = 2)
public class LinesInMemory {
  private final AtomicLong lines = new AtomicLong();

  void written(@HandlesEvent LineWritten event) {
    lines.incrementAndGet();
  }
}
