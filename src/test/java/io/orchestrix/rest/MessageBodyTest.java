package io.orchestrix.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orchestrix.message.Command;
import io.orchestrix.message.Violation;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MessageBodyTest {

  record Deposit(String accountId, long number, BigDecimal amount, String note)
      implements Command {}

  private static final Map<String, String> PATH = Map.of("accountId", "ACC-1", "number", "7");

  private static Deposit deposit(String body, Map<String, String> path) {
    return MessageBody.read(new ByteArrayInputStream(body.getBytes(UTF_8)), 1_000_000)
        .to(Deposit.class, path);
  }

  private static InvalidBodyException refused(String body) {
    return catchThrowableOfType(InvalidBodyException.class, () -> deposit(body, PATH));
  }

  private static @Nullable Object errors(InvalidBodyException refusal) {
    return refusal.details().get("errors");
  }

  @Test
  void the_path_completes_the_body() {
    assertThat(deposit("{\"amount\": 1.50, \"note\": \"Äé😀\"}", PATH))
        .isEqualTo(new Deposit("ACC-1", 7, new BigDecimal("1.50"), "Äé😀"));
  }

  @Test
  void what_the_path_names_and_the_command_does_not_have_is_left_out() {
    assertThat(deposit("{\"accountId\":\"A\",\"number\":1}", Map.of("tenant", "t1")).accountId())
        .isEqualTo("A");
  }

  @Test
  void a_body_may_say_again_what_the_path_says() {
    assertThat(deposit("{\"accountId\":\"ACC-1\",\"number\":7}", PATH).number()).isEqualTo(7);
  }

  @Test
  void a_body_that_contradicts_the_path_is_refused() {
    assertThat(errors(refused("{\"accountId\":\"ACC-2\",\"number\":8}")))
        .isEqualTo(
            List.of(
                new Violation("/accountId", "is not what the path says"),
                new Violation("/number", "is not what the path says")));
  }

  static List<String> noObjects() {
    return List.of(
        "",
        "   ",
        "{",
        "{\"amount\": 1.}",
        "{\"amount\": 1} trailing",
        "{\"amount\": 1}{}",
        "[{\"amount\": 1}]",
        "\"text\"",
        "null",
        "42",
        "<amount>1</amount>",
        "{\"note\": " + "[".repeat(5_000) + "]".repeat(5_000) + "}");
  }

  @ParameterizedTest
  @MethodSource("noObjects")
  void a_body_that_is_no_json_object_is_refused(String body) {
    assertThat(refused(body))
        .hasMessageStartingWith("ORX-7001 The body is not a JSON object")
        .message()
        .doesNotContainIgnoringCase("internal error");
  }

  @Test
  void a_member_that_the_command_does_not_have_is_refused_with_those_it_has() {
    InvalidBodyException refusal = refused("{\"amuont\":1}");

    assertThat(refusal.code()).isEqualTo("ORX-7001");
    assertThat(errors(refusal))
        .isEqualTo(
            List.of(
                new Violation(
                    "/amuont", "is not known; known are [accountId, number, amount, note]")));
    assertThat(errors(refused("{\"a/b~\":1}"))).asString().contains("pointer=/a~1b~0,");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"amount\":\"much\"} | /amount | BigDecimal",
        "{\"amount\":{}}       | /amount | BigDecimal",
        "{\"note\":[1]}        | /note   | String",
        "{\"amount\":1e999999999} | /amount | BigDecimal",
      })
  void a_value_of_another_type_is_refused_with_its_place(String body, String pointer, String type) {
    assertThat(errors(refused(body)))
        .isEqualTo(List.of(new Violation(pointer, "does not fit, a " + type + " does")));
  }

  @Test
  void a_missing_primitive_is_refused_with_its_place() {
    InvalidBodyException refusal =
        catchThrowableOfType(InvalidBodyException.class, () -> deposit("{}", Map.of()));

    assertThat(errors(refusal)).asString().contains("pointer=/number,");
  }

  @ParameterizedTest
  @CsvSource({"1.5", "1e30", "99999999999999999999"})
  void a_number_never_becomes_another_one(String number) {
    InvalidBodyException refusal =
        catchThrowableOfType(
            InvalidBodyException.class, () -> deposit("{\"number\":" + number + "}", Map.of()));

    assertThat(errors(refusal)).asString().contains("pointer=/number,");
  }

  @Test
  void a_member_that_is_named_twice_is_refused() {
    assertThat(refused("{\"amount\": 1, \"amount\": 1000}")).hasMessageStartingWith("ORX-7001");
  }

  @Test
  void a_body_that_is_too_long_is_refused_before_it_is_read_whole() {
    byte[] body = "{\"note\": \"0123456789\"}".getBytes(UTF_8);

    assertThatThrownBy(() -> MessageBody.read(new ByteArrayInputStream(body), 10))
        .isInstanceOf(InvalidBodyException.class)
        .hasMessageContaining("longer than 10 bytes");
  }
}
