package io.orchestrix.aggregate;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/** What a lamp is in. */
sealed interface LampState {

  /** Nothing is fitted. */
  record Empty() implements LampState {}

  /** Something is; its collections have no order. */
  record Working(boolean on, int left, Set<String> labels, Map<String, BigDecimal> lengths)
      implements LampState {
    public Working {
      labels = Set.copyOf(labels);
      lengths = Map.copyOf(lengths);
    }
  }

  /** What was fitted is blown. */
  record Burnt() implements LampState {}
}
