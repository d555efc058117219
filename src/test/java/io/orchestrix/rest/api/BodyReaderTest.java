package io.orchestrix.rest.api;

import static io.orchestrix.rest.api.Refusals.refused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.OrchestrixException.Kind;
import io.orchestrix.config.Settings;
import io.orchestrix.message.GlobalPosition;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyReaderTest {

  private final BodyReader reader = new BodyReader();

  BodyReaderTest() {
    reader.limit(
        new Settings(
            name ->
                name.equals("orchestrix.rest.max-body") ? Optional.of("100") : Optional.empty()));
  }

  private <T> T read(Class<T> type, String json) {
    return reader.read(type, new ByteArrayInputStream(json.getBytes(UTF_8)));
  }

  @Test
  void records_of_the_api_are_read_and_no_others() {
    assertThat(isReadable(Reason.class)).isTrue();
    assertThat(isReadable(String.class)).isFalse();
    assertThat(isReadable(GlobalPosition.class)).isFalse();
  }

  private boolean isReadable(Class<?> type) {
    return reader.isReadable(type, type, new Annotation[0], MediaType.APPLICATION_JSON_TYPE);
  }

  @Test
  void members_that_are_not_given_are_none() {
    assertThat(read(Reason.class, "")).isEqualTo(new Reason(null));
    assertThat(read(Reason.class, " ")).isEqualTo(new Reason(null));
    assertThat(read(Reason.class, "{}")).isEqualTo(new Reason(null));
    assertThat(read(Reason.class, "{\"reason\": \"ä\"}")).isEqualTo(new Reason("ä"));
    assertThat(read(ReplayRequest.class, "{\"from\": \"2026-01-02T03:04:05Z\"}"))
        .isEqualTo(new ReplayRequest(null, Instant.parse("2026-01-02T03:04:05Z"), null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[]",
        "1",
        "{",
        "{} {}",
        "{\"other\": 1}",
        "{\"reason\": {}}",
        "{\"reason\": \"a\", \"reason\": \"b\"}",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
      })
  void what_does_not_fit_is_refused(String json) {
    refused("ORX-7001", Kind.INVALID, () -> read(Reason.class, json));
  }

  @Test
  void a_letter_without_a_position_is_refused() {
    refused(
        "ORX-7001",
        Kind.INVALID,
        () -> read(LettersRetry.class, "{\"letters\": [{\"subscription\": \"a\"}]}"));
  }

  @Test
  void what_is_too_long_or_broken_is_refused() throws IOException {
    assertThat(read(Reason.class, "{}" + " ".repeat(98))).isEqualTo(new Reason(null));
    refused("ORX-7001", Kind.INVALID, () -> read(Reason.class, "{}" + " ".repeat(99)));
    refused(
        "ORX-7001",
        Kind.INVALID,
        () -> reader.read(Reason.class, new ByteArrayInputStream(new byte[] {'"', -1, '"'})));
    InputStream broken = InputStream.nullInputStream();
    broken.close();
    refused("ORX-7001", Kind.INVALID, () -> reader.read(Reason.class, broken));
  }

  @Test
  void a_reason_is_one_to_a_thousand_characters_that_databases_keep() {
    assertThat(Reason.required(new Reason(" a "))).isEqualTo("a");
    assertThat(Reason.required(new Reason("x".repeat(1_000)))).hasSize(1_000);
    assertThat(Reason.optional(null)).isEmpty();
    refused("ORX-7022", Kind.INVALID, () -> Reason.required(null));
    refused("ORX-7022", Kind.INVALID, () -> Reason.required(new Reason(" \n")));
    refused("ORX-7022", Kind.INVALID, () -> Reason.optional(new Reason("x".repeat(1_001))));
    refused("ORX-7022", Kind.INVALID, () -> Reason.optional(new Reason("a\0")));
    refused("ORX-7022", Kind.INVALID, () -> Reason.optional(new Reason("\ud800")));
  }
}
