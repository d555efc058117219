package io.orchestrix.testkit;

import io.orchestrix.message.Event;
import io.orchestrix.message.EventType;
import java.math.BigDecimal;

/** An event to test with: a text and a number. */
@EventType("orchestrix.testkit.noted")
public record Noted(String text, BigDecimal amount) implements Event {

  static Noted of(String text) {
    return new Noted(text, new BigDecimal("1.50"));
  }
}
