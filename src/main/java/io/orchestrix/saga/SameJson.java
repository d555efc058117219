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

/** Whether JSON says the same. A member that is {@code null} is as good as none. */
final class SameJson {

  private static final Duration CLOSE = Duration.ofSeconds(5);

  private SameJson() {}

  /** Times are the same only if they are the same moment. */
  static boolean is(@Nullable Object a, @Nullable Object b) {
    return is(a, b, Duration.ZERO);
  }

  /** Close times are the same, as the journal does not keep when exactly a method was called. */
  static boolean isNearly(@Nullable Object a, @Nullable Object b) {
    return is(a, b, CLOSE);
  }

  private static boolean is(@Nullable Object a, @Nullable Object b, Duration apart) {
    if (a instanceof Map<?, ?> one && b instanceof Map<?, ?> other) {
      Set<Object> names = new HashSet<>(one.keySet());
      names.addAll(other.keySet());
      return names.stream().allMatch(name -> is(one.get(name), other.get(name), apart));
    }
    if (a instanceof List<?> one && b instanceof List<?> other) {
      Iterator<?> others = other.iterator();
      return one.size() == other.size()
          && one.stream().allMatch(each -> is(each, others.next(), apart));
    }
    if (a instanceof Number one && b instanceof Number other) {
      return decimal(one).compareTo(decimal(other)) == 0;
    }
    return Objects.equals(a, b)
        || (a instanceof String x && b instanceof String y && areTimes(x, y, apart));
  }

  private static BigDecimal decimal(Number number) {
    return new BigDecimal(number.toString());
  }

  private static boolean areTimes(String a, String b, Duration apart) {
    Optional<Instant> one = time(a);
    Optional<Instant> other = time(b);
    return one.isPresent()
        && other.isPresent()
        && Duration.between(one.get(), other.get()).abs().compareTo(apart) <= 0;
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
