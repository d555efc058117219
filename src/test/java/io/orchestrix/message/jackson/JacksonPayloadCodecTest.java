package io.orchestrix.message.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orchestrix.message.PayloadCodec;
import io.orchestrix.message.PayloadException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JacksonPayloadCodecTest {

  enum Colour {
    RED,
    GREEN
  }

  record Point(int x, int y) {}

  record Amount(BigDecimal value) {}

  record Everything(
      Instant at, UUID id, Colour colour, Point point, List<Point> points, Map<String, Point> by) {}

  record Text(String text) {}

  private final PayloadCodec codec = new JacksonPayloadCodec();

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
            UUID.randomUUID(),
            Colour.GREEN,
            new Point(1, -2),
            List.of(new Point(3, 4), new Point(5, 6)),
            Map.of("a/b", new Point(7, 8)));

    assertThat(roundTrip(payload)).isEqualTo(payload);
    assertThat(codec.encode(payload))
        .contains("\"2026-01-02T03:04:05.123456Z\"", "\"GREEN\"", "{\"x\":1,\"y\":-2}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Äé漢字", "😀", "\"quoted\\\"", "\u0000\u0001\n\t", "\u2028"})
  void text_comes_back_as_it_was(String text) {
    assertThat(roundTrip(new Text(text))).isEqualTo(new Text(text));
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
}
