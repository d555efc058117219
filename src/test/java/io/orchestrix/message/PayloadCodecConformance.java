package io.orchestrix.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link PayloadCodec} has to show. */
public abstract class PayloadCodecConformance {

  enum Colour {
    RED,
    GREEN
  }

  record Point(int x, int y) {}

  record Amount(BigDecimal value) {}

  record Everything(
      Instant at,
      LocalDate on,
      UUID id,
      Colour colour,
      Point point,
      List<Point> points,
      Map<String, Point> by) {}

  record Text(@Nullable String text) {}

  record Perhaps(Optional<String> text) {}

  sealed interface Figure permits Circle, Square {}

  record Circle(int radius) implements Figure {}

  record Square(int side) implements Figure {}

  record Drawn(Figure figure, Object anything) {}

  record Looped(List<Object> members) {}

  record Broken(int number) {
    @Override
    public int number() {
      throw new IllegalStateException("no number");
    }
  }

  private final PayloadCodec codec = codec();

  protected abstract PayloadCodec codec();

  private <T> T roundTrip(T payload) {
    @SuppressWarnings("unchecked")
    Class<T> type = (Class<T>) payload.getClass();
    return codec.decode(codec.encode(payload), type);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1", "1.50", "1.500", "0.00", "-0.10", "1E+3", "1E-7", "0E-20", "1E+1000", "1E-1000"
      })
  void a_decimal_keeps_its_value_and_scale(BigDecimal value) {
    assertThat(roundTrip(new Amount(value))).isEqualTo(new Amount(value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "1e-999999999", "-9.9e99999999"})
  void a_decimal_beyond_all_measure_blows_nothing_up(String number) {
    PayloadException refusal =
        catchThrowableOfType(
            PayloadException.class,
            () -> codec.decode("{\"value\":%s}".formatted(number), Amount.class));

    assertThat(refusal).hasMessageStartingWith("ORX-1002");
    assertThat(refusal.pointer()).isEqualTo("/value");
  }

  @Test
  void values_of_the_platform_come_back_as_they_were() {
    Everything payload =
        new Everything(
            Instant.parse("2026-01-02T03:04:05.123456Z"),
            LocalDate.parse("2026-01-02"),
            UUID.randomUUID(),
            Colour.GREEN,
            new Point(1, -2),
            List.of(new Point(3, 4), new Point(5, 6)),
            Map.of("a/b", new Point(7, 8)));

    assertThat(roundTrip(payload)).isEqualTo(payload);
    assertThat(codec.encode(payload))
        .contains(
            "\"2026-01-02T03:04:05.123456Z\"", "\"2026-01-02\"", "\"GREEN\"", "{\"x\":1,\"y\":-2}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Äé漢字", "😀", "\"quoted\\\"", "\u0000\u0001\n\t", "\u2028"})
  void text_comes_back_as_it_was(String text) {
    assertThat(roundTrip(new Text(text))).isEqualTo(new Text(text));
  }

  @Test
  void what_is_not_there_comes_back_as_nothing() {
    assertThat(roundTrip(new Text(null))).isEqualTo(new Text(null));
    assertThat(codec.decode("{}", Text.class)).isEqualTo(new Text(null));
    assertThat(roundTrip(new Perhaps(Optional.empty()))).isEqualTo(new Perhaps(Optional.empty()));
    assertThat(roundTrip(new Perhaps(Optional.of("a")))).isEqualTo(new Perhaps(Optional.of("a")));
  }

  @Test
  void members_that_it_does_not_know_are_ignored() {
    assertThat(codec.decode("{\"x\":1,\"z\":{\"a\":[1]},\"y\":2}", Point.class))
        .isEqualTo(new Point(1, 2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"x\":1}              | /y",
        "{\"x\":1,\"y\":null}   | /y",
        "{\"x\":\"one\",\"y\":2}| /x",
        "{\"x\":[],\"y\":2}     | /x",
        "[]                     | ''",
        "null                   | ''",
        "{\"x\":1,\"y\":        | ''",
        "{\"x\":1,\"y\":2} 3    | ''",
        "''                     | ''",
      })
  void what_does_not_fit_is_refused_with_its_place(String json, String pointer) {
    PayloadException refusal =
        catchThrowableOfType(PayloadException.class, () -> codec.decode(json, Point.class));

    assertThat(refusal).hasMessageStartingWith("ORX-1002 JSON does not fit Point at '" + pointer);
    assertThat(refusal.pointer()).isEqualTo(pointer);
    assertThat(refusal.reason()).doesNotContain("one");
  }

  @Test
  void a_place_is_a_pointer_with_its_indexes_and_escaped_keys() {
    String json = "{\"points\":[{\"x\":1,\"y\":2},{\"x\":1,\"y\":\"?\"}]}";
    assertThatThrownBy(() -> codec.decode(json, Everything.class))
        .hasFieldOrPropertyWithValue("pointer", "/points/1/y");
    assertThatThrownBy(() -> codec.decode("{\"by\":{\"a/b~\":7}}", Everything.class))
        .hasFieldOrPropertyWithValue("pointer", "/by/a~1b~0");
  }

  @Test
  void what_is_written_holds_no_class_name() {
    assertThat(codec.encode(new Drawn(new Circle(1), new Square(2))))
        .isEqualTo("{\"figure\":{\"radius\":1},\"anything\":{\"side\":2}}");
  }

  @Test
  void no_class_is_loaded_because_a_payload_names_it() {
    Drawn read =
        codec.decode("{\"anything\":[\"java.net.URL\",\"http://localhost\"]}", Drawn.class);

    assertThat(read.anything()).isEqualTo(List.of("java.net.URL", "http://localhost"));
  }

  @Test
  void a_payload_that_holds_itself_is_refused() {
    List<Object> members = new ArrayList<>();
    Looped looped = new Looped(members);
    members.add(looped);

    assertThatThrownBy(() -> codec.encode(looped))
        .isInstanceOf(PayloadException.class)
        .hasMessageStartingWith("ORX-1001 A " + Looped.class.getName());
  }

  @Test
  void a_payload_that_breaks_is_refused() {
    assertThatThrownBy(() -> codec.encode(new Broken(1)))
        .isInstanceOf(PayloadException.class)
        .hasMessageStartingWith("ORX-1001")
        .hasRootCauseMessage("no number");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud800", "a\udc00", "\udc00\ud800"})
  void half_of_a_surrogate_pair_is_refused_as_no_database_keeps_it(String text) {
    assertThatThrownBy(() -> codec.encode(new Text(text)))
        .isInstanceOf(PayloadException.class)
        .hasMessageStartingWith("ORX-1001");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1E+2000", "1E-2000", "1E+999999999"})
  void a_decimal_that_could_not_be_read_again_is_refused(BigDecimal value) {
    assertThatThrownBy(() -> codec.encode(new Looped(List.of(value))))
        .isInstanceOf(PayloadException.class)
        .hasMessageContaining("a scale of at most 1000");
  }

  @Test
  void a_decimal_of_many_digits_is_written_and_read_or_refused() {
    Amount longest = new Amount(new BigDecimal("-0." + "7".repeat(900)));
    assertThat(roundTrip(longest)).isEqualTo(longest);

    Amount longer = new Amount(new BigDecimal("7".repeat(901)));
    assertThatThrownBy(() -> codec.encode(longer)).hasMessageStartingWith("ORX-1001");
  }
}
