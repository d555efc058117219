package io.orchestrix.message.cloudevents;

import static io.orchestrix.message.cloudevents.Samples.binary;
import static io.orchestrix.message.cloudevents.Samples.data;
import static io.orchestrix.message.cloudevents.Samples.headers;
import static io.orchestrix.message.cloudevents.Samples.json;
import static io.orchestrix.message.cloudevents.Samples.pointers;
import static io.orchestrix.message.cloudevents.Samples.read;
import static io.orchestrix.message.cloudevents.Samples.refused;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.orchestrix.message.jackson.JacksonPayloadCodec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever means ill gets the one failure, soon. */
class HostileInputTest {

  private static final String MEGABYTE = "x".repeat(1 << 20);

  private static String nested(int levels) {
    return "[".repeat(levels) + "]".repeat(levels);
  }

  @Test
  void nesting_is_bounded() {
    assertThat(data(read(json("data", nested(500))))).isEqualTo(nested(500));
    assertThat(refused(() -> read(json("data", nested(513))))).hasMessageContaining("nested");
    refused(() -> read("[".repeat(1_000_000)));
    refused(() -> read("{\"data\":".repeat(1_000_000)));
    refused(() -> CloudEventJsonBatch.read("[".repeat(1_000_000).getBytes(UTF_8)));
    refused(() -> read(json("ext", nested(100_000))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "1E-999999999", "-1e+00099999", "1.5e12345"})
  void exponents_are_bounded(String number) {
    assertThat(pointers(refused(() -> read(json("data", "{\"a\":[0," + number + "]}")))))
        .containsExactly("/data/a/1");
    refused(() -> read(json("ext", number)));
  }

  @Test
  void numbers_are_bounded() {
    assertThat(data(read(json("data", "9".repeat(1_000))))).hasSize(1_000);
    assertThat(data(read(json("data", "1e+0009999")))).isEqualTo("1e+0009999");
    assertThat(pointers(refused(() -> read(json("data", "9".repeat(1_001))))))
        .containsExactly("/data");
    refused(() -> read(json("data", "9".repeat(1 << 20))));
    refused(() -> read(json("ext", "9".repeat(1 << 20))));
  }

  @Test
  void texts_of_a_megabyte_are_data_but_no_attributes() {
    assertThat(data(read(json("data", "\"" + MEGABYTE + "\"")))).hasSize(MEGABYTE.length() + 2);
    for (String name :
        List.of(
            "id",
            "source",
            "specversion",
            "type",
            "subject",
            "time",
            "dataschema",
            "datacontenttype",
            "ext",
            MEGABYTE)) {
      InvalidCloudEventException refusal = refused(() -> read(json(name, "\"" + MEGABYTE + "\"")));
      assertThat(refusal.getMessage()).hasSizeLessThan(1_000);
      assertThat(refusal.details().toString()).hasSizeLessThan(1_000);
    }
    refused(() -> binary(headers("ce-ext", "%41".repeat(1 << 18)), ""));
    refused(() -> binary(headers("ce-ext", "\"" + "\\a".repeat(1 << 18)), ""));
    refused(() -> binary(headers("Content-Type", "a/b" + ";c=\"\\d\"".repeat(1 << 18)), "x"));
    refused(() -> binary(headers("ce-" + MEGABYTE, ""), ""));
  }

  /** Long texts of what the patterns repeat: they must cost neither stack nor minutes. */
  @ParameterizedTest
  @ValueSource(
      strings = {"%41", "a/", "a:", "a@", "[", ":", "//", "?", "#", "a=b;", " ", "0", "-", "\\\\"})
  void long_repetitions_cost_no_stack(String part) {
    String value = "\"" + "x" + part.repeat(65_000 / part.length()) + "\"";
    for (String name :
        List.of("source", "dataschema", "datacontenttype", "time", "traceparent", "id")) {
      Throwable thrown = catchThrowable(() -> read(json(name, value)));
      assertThat(thrown == null || thrown instanceof InvalidCloudEventException).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"C3", "E282", "F09F98", "FF", "C080", "EDA080", "F4908080", "FE", "80"})
  void broken_utf8_is_refused_wherever_it_stands(String hex) {
    byte[] broken = HexFormat.of().parseHex(hex);
    for (String place : List.of("id", "subject", "data", "ext")) {
      byte[] json = json(place, "\"@\"").getBytes(UTF_8);
      int at = new String(json, UTF_8).indexOf('@');
      byte[] bytes = Arrays.copyOf(json, json.length + broken.length - 1);
      System.arraycopy(broken, 0, bytes, at, broken.length);
      System.arraycopy(json, at + 1, bytes, at + broken.length, json.length - at - 1);
      refused(() -> Samples.FORMAT.deserialize(bytes));
    }
  }

  @Test
  void a_body_that_ends_too_early_is_refused_wherever_it_ends() {
    byte[] whole =
        ("[" + json("subject", "\"é\"", "data", "{\"a\":[1.5e3,\"\\u0041\"]}") + "]")
            .getBytes(UTF_8);
    for (int length = 0; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      refused(() -> CloudEventJsonBatch.read(part));
    }
  }

  /** Bytes that were turned at random: an event or the one failure, never anything else. */
  @RepeatedTest(20)
  void random_damage_is_an_event_or_the_one_failure() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    byte[] whole =
        json(
                "time", "\"2018-04-05T17:31:00.5+01:00\"",
                "dataschema", "\"http://[::1]:80/a?b\"",
                "datacontenttype", "\"application/json; a=\\\"b\\\"\"",
                "ext", "-12",
                "data", "{\"a\":[1.5e3,\"\\u0041\",null]}")
            .getBytes(UTF_8);
    for (int round = 0; round < 500; round++) {
      byte[] damaged = whole.clone();
      for (int i = random.nextInt(3); i >= 0; i--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      Throwable inBody = catchThrowable(() -> Samples.FORMAT.deserialize(damaged));
      String header = new String(damaged, ISO_8859_1);
      Throwable inHeader =
          catchThrowable(
              () ->
                  CloudEventHttp.read(
                      Map.of(header, List.of(header), "ce-id", List.of(header)), damaged));
      assertThat(inBody == null || inBody instanceof InvalidCloudEventException)
          .as("seed %d: %s", seed, inBody)
          .isTrue();
      assertThat(inHeader).as("seed %d", seed).isInstanceOf(InvalidCloudEventException.class);
    }
  }

  /** What the REST edge makes of a refusal can be written whatever the sender has named. */
  @Test
  void a_refusal_shows_only_printable_ascii() {
    InvalidCloudEventException refusal =
        refused(() -> read("{\"\\ud800\\u0000é~/\":1,\"" + MEGABYTE + "\":1}"));

    assertThat(refusal.getMessage()).matches("[ -~]*");
    assertThat(new JacksonPayloadCodec().encode(refusal.details())).matches("[ -~]*");
    assertThat(pointers(refusal)).contains("/???~0~1");
  }

  @Test
  void a_refusal_shows_no_value() {
    assertThat(refused(() -> read(json("source", "\"top secret\"", "ext", "[\"secret\"]"))))
        .message()
        .doesNotContain("secret");
  }
}
