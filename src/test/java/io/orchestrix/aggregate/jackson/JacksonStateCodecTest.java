package io.orchestrix.aggregate.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.aggregate.AggregateRoot;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@SuppressWarnings("UnusedVariable") // Jackson reads the fields
class JacksonStateCodecTest {

  private final JacksonStateCodec codec = new JacksonStateCodec();

  private <T extends AggregateRoot> T again(T aggregate, T fresh) {
    String state = codec.encode(aggregate);
    codec.decode(state, fresh);
    assertThat(codec.encode(fresh)).isEqualTo(state);
    return fresh;
  }

  @SuppressWarnings("UnusedVariable")
  abstract static class Base<K> extends AggregateRoot {
    private String name = "";
    final List<K> keys = new ArrayList<>();
  }

  record Inner(@Nullable String text, List<Inner> more) {}

  sealed interface Shape {}

  record Circle(double radius) implements Shape {}

  record Square(Set<Integer> sides) implements Shape {}

  /** Neither a record nor immutable, without accessors. */
  static class Counter {
    private int count;
    private final List<String> log = new ArrayList<>();
  }

  static class Rich extends Base<UUID> {
    static final String NOT_STATE = "not state";
    private String name = "";
    private final Map<String, BigDecimal> byLength =
        new TreeMap<>(
            Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()));
    private Map<TimeUnit, Inner> byUnit = new EnumMap<>(TimeUnit.class);
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Integer> hashed = new HashMap<>();
    private Deque<Shape> shapes = new ArrayDeque<>();
    private Optional<Shape> last = Optional.empty();
    private @Nullable Instant at;
    private @Nullable ZonedDateTime there;
    private Counter counter = new Counter();
    private int[] numbers = {};
    private char letter = 'a';
    private transient String forgotten = "";
  }

  @Test
  void every_field_comes_back_as_it_was() {
    Rich rich = new Rich();
    rich.name = "outer ä";
    rich.keys.add(new UUID(1, 2));
    rich.byLength.put("long", new BigDecimal("1.50"));
    rich.byLength.put("a", new BigDecimal("1E+3"));
    rich.byUnit.put(TimeUnit.DAYS, new Inner(null, List.of(new Inner("x", List.of()))));
    rich.seen.addAll(List.of("b", "a"));
    rich.shapes.add(new Circle(1.5));
    rich.shapes.add(new Square(Set.of(4)));
    rich.last = Optional.of(new Circle(2));
    rich.at = Instant.parse("2026-01-01T00:00:00.123456789Z");
    rich.there = ZonedDateTime.of(2026, 7, 1, 0, 0, 0, 0, ZoneId.of("Europe/Berlin"));
    rich.counter.count = 7;
    rich.counter.log.add("seven");
    rich.numbers = new int[] {1, 2};
    rich.letter = 'z';
    rich.forgotten = "lost";

    Rich back = again(rich, new Rich());

    assertThat(back).usingRecursiveComparison().ignoringFields("forgotten", "last").isEqualTo(rich);
    assertThat(back.last).isEqualTo(rich.last);
    assertThat(back.forgotten).isEmpty();
    assertThat(back.byLength).isInstanceOf(TreeMap.class).containsKeys("long", "a");
    assertThat(back.byLength.keySet()).containsExactly("a", "long");
    assertThat(back.byUnit).isInstanceOf(EnumMap.class);
    assertThat(codec.encode(rich)).doesNotContain("NOT_STATE", "forgotten", "pending", "version");
  }

  @Test
  void what_has_no_order_may_have_been_larger_once() {
    Rich rich = new Rich();
    for (int i = 0; i < 1_000; i++) {
      rich.seen.add("s" + i);
      rich.hashed.put("s" + i, i);
    }
    rich.seen.removeIf(text -> !text.endsWith("7"));
    rich.hashed.keySet().removeIf(text -> !text.endsWith("7"));

    assertThat(again(rich, new Rich()).hashed).isEqualTo(rich.hashed).hasSize(100);
  }

  @Test
  void a_set_keeps_its_order() {
    Rich rich = new Rich();
    rich.byUnit = new LinkedHashMap<>();
    rich.shapes.add(new Square(new java.util.LinkedHashSet<>(List.of(9, 1, 8, 2))));

    Rich back = again(rich, new Rich());

    assertThat(((Square) back.shapes.getFirst()).sides()).containsExactly(9, 1, 8, 2);
  }

  @Test
  void what_is_no_state_of_that_class_is_refused() {
    String state = codec.encode(new Rich());

    assertThatThrownBy(() -> codec.decode("{\"unheard\":1}", new Rich()))
        .hasMessageContaining("unheard");
    assertThatThrownBy(() -> codec.decode(state.replace("\"a\"", "null"), new Rich()))
        .isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> codec.decode(state + state, new Rich()))
        .hasMessageContaining("goes on");
    assertThatThrownBy(() -> codec.decode("{}", new Rich())).hasMessageContaining("fields");
  }
}
