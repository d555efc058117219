package io.orchestrix.saga;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether JSON says the same. A member that is {@code null} is as good as none, and so close times
 * are the same, as the journal does not keep when exactly a method was called.
 */
final class SameJson {

  private static final Duration CLOSE = Duration.ofSeconds(5);

  private SameJson() {}

  static boolean is(@Nullable Object a, @Nullable Object b) {
    if (a instanceof Map<?, ?> one && b instanceof Map<?, ?> other) {
      Set<Object> names = new HashSet<>(one.keySet());
      names.addAll(other.keySet());
      return names.stream().allMatch(name -> is(one.get(name), other.get(name)));
    }
    if (a instanceof List<?> one && b instanceof List<?> other) {
      Iterator<?> others = other.iterator();
      return one.size() == other.size() && one.stream().allMatch(each -> is(each, others.next()));
    }
    if (a instanceof Number one && b instanceof Number other) {
      return decimal(one).compareTo(decimal(other)) == 0;
    }
    return Objects.equals(a, b) || (a instanceof String x && b instanceof String y && close(x, y));
  }

  private static BigDecimal decimal(Number number) {
    return new BigDecimal(number.toString());
  }

  private static boolean close(String a, String b) {
    Optional<Instant> one = time(a);
    Optional<Instant> other = time(b);
    return one.isPresent()
        && other.isPresent()
        && Duration.between(one.get(), other.get()).abs().compareTo(CLOSE) <= 0;
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
