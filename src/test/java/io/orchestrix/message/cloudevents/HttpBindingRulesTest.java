package io.orchestrix.message.cloudevents;

import static io.orchestrix.message.cloudevents.Samples.binary;
import static io.orchestrix.message.cloudevents.Samples.data;
import static io.orchestrix.message.cloudevents.Samples.headers;
import static io.orchestrix.message.cloudevents.Samples.json;
import static io.orchestrix.message.cloudevents.Samples.multi;
import static io.orchestrix.message.cloudevents.Samples.pointers;
import static io.orchestrix.message.cloudevents.Samples.read;
import static io.orchestrix.message.cloudevents.Samples.refused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP protocol binding 1.0.2, section by section. */
class HttpBindingRulesTest {

  private static List<CloudEvent> body(String contentType, String body) {
    return CloudEventHttp.read(Map.of("content-type", List.of(contentType)), body.getBytes(UTF_8));
  }

  /** 3: the mode is that of the Content-Type. */
  @ParameterizedTest(name = "3 structured mode: {0}")
  @ValueSource(
      strings = {
        "application/cloudevents+json",
        "application/cloudevents+json; charset=UTF-8",
        "application/cloudevents+json;charset=\"utf-8\"",
        "Application/CloudEvents+JSON",
        " application/cloudevents+json "
      })
  void a_structured_message_is_its_body(String contentType) {
    assertThat(body(contentType, json())).containsExactly(read(json()));
  }

  @ParameterizedTest(name = "3 batched mode: {0}")
  @ValueSource(
      strings = {
        "application/cloudevents-batch+json",
        "application/cloudevents-batch+json; charset=UTF-8",
        "APPLICATION/CLOUDEVENTS-BATCH+JSON"
      })
  void a_batched_message_is_its_body(String contentType) {
    assertThat(body(contentType, "[]")).isEmpty();
    assertThat(body(contentType, "[" + json() + "," + json() + "]")).hasSize(2);
  }

  @ParameterizedTest(name = "3 INVALID mode: {0}")
  @ValueSource(
      strings = {
        "application/cloudevents",
        "application/cloudevents+avro",
        "application/cloudevents+xml",
        "application/cloudevents-batch",
        "application/cloudevents-batch+avro",
        "application/cloudevents+json; charset=utf-16",
        "application/cloudevents+json; charset",
        "application/cloudevents+json, text/plain"
      })
  void another_event_format_is_refused(String contentType) {
    assertThat(refused(() -> body(contentType, json()))).hasMessageStartingWith("ORX-1021");
  }

  @Test
  void one_mode_is_not_read_as_another() {
    refused(() -> body("application/cloudevents+json", "[" + json() + "]"));
    refused(() -> body("application/cloudevents-batch+json", json()));
    assertThat(pointers(refused(() -> body("application/json", json()))))
        .containsExactly("/specversion", "/id", "/type", "/source");
  }

  /** 3.1.1: Content-Type is datacontenttype, and the only one. */
  @Test
  void the_content_type_of_a_binary_message_is_that_of_its_data() {
    CloudEvent event = binary(headers("Content-Type", "text/plain; charset=utf-8"), "a");

    assertThat(event.getDataContentType()).isEqualTo("text/plain; charset=utf-8");
    assertThat(binary(headers(), "a").getDataContentType()).isNull();
    assertThat(pointers(refused(() -> binary(headers("ce-datacontenttype", "text/plain"), "a"))))
        .containsExactly("/datacontenttype");
    assertThat(pointers(refused(() -> binary(headers("Content-Type", "nonsense"), "a"))))
        .containsExactly("/datacontenttype");
    refused(
        () ->
            CloudEventHttp.read(
                Map.of("Content-Type", List.of("text/plain", "text/html")), new byte[0]));
  }

  /** 3.1.2: the body is the data, byte by byte. */
  @Test
  void the_body_of_a_binary_message_is_its_data() {
    byte[] body = {0, (byte) 0xFF, 1};
    CloudEvent event = CloudEventHttp.read(headers(), body).get(0);

    assertThat(event.getData()).isNotNull();
    assertThat(event.getData().toBytes()).isEqualTo(body);
    assertThat(CloudEventHttp.binary(event).body()).isEqualTo(body);
    assertThat(binary(headers(), "").getData()).isNull();
    assertThat(data(binary(headers("Content-Type", "application/json"), " {\"a\" : 1}")))
        .isEqualTo(" {\"a\" : 1}");
  }

  /** 3.1.3.1: names are those of the attributes with a prefix, in any case. */
  @Test
  void header_names_are_of_either_case_and_come_once() {
    assertThat(binary(headers("CE-Subject", "s", "cE-EXT", "e", "X-Other", "o"), ""))
        .isEqualTo(
            CloudEventBuilder.v1()
                .withId("A234")
                .withSource(URI.create("/mycontext"))
                .withType("com.example.someevent")
                .withSubject("s")
                .withExtension("ext", "e")
                .build());
    assertThat(pointers(refused(() -> binary(headers("CE-ID", "again"), ""))))
        .containsExactly("/id");
    Map<String, List<String>> twice = new HashMap<>(headers());
    twice.put("ce-ext", List.of("a", "b"));
    assertThat(pointers(refused(() -> binary(twice, "")))).containsExactly("/ext");
  }

  @Test
  void headers_as_the_jdk_gives_them_are_read() {
    Map<String, List<String>> withStatusLine = new HashMap<>(headers());
    withStatusLine.put(null, List.of("HTTP/1.1 200 OK"));
    withStatusLine.put("ce-ext", List.of());

    assertThat(binary(withStatusLine, "").getExtensionNames()).isEmpty();
  }

  /** 3.1.3.2: how a text becomes a header and back. */
  @ParameterizedTest(name = "3.1.3.2 Header Values: {0}")
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "Euro € 😀 | Euro%20%E2%82%AC%20%F0%9F%98%80",
        "a\"b | a%22b",
        "100% | 100%25",
        "%41 | %2541"
      })
  void a_text_is_percent_encoded(String text, String header) {
    assertThat(HeaderValue.encode(text)).isEqualTo(header);
    assertThat(HeaderValue.decode(header)).isEqualTo(text);
  }

  @Test
  void printable_ascii_is_not_encoded() {
    String plain = "!#$&'()*+,-./0129:;<=>?@ABZ[\\]^_`abz{|}~";

    assertThat(HeaderValue.encode(plain)).isEqualTo(plain);
    assertThat(HeaderValue.decode(plain)).isEqualTo(plain);
    assertThat(HeaderValue.encode("\u0000\u001F\u007F\u0085")).isEqualTo("%00%1F%7F%C2%85");
  }

  @ParameterizedTest(name = "3.1.3.2 Header Values: decodes {0}")
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "%e2%82%ac | €",
        "%41%42 | AB",
        "a b | a b",
        "  a  | a",
        "\"a b\" | a b",
        "\"a \\\"b\\\" \\\\ c\" | a \"b\" \\ c",
        "\"Euro%20%E2%82%AC\" | Euro €",
        "\"%2522\" | %22",
        "a\\b | a\\b"
      })
  void older_and_needless_encodings_are_decoded_once(String header, String text) {
    assertThat(binary(headers("ce-subject", header), "").getSubject()).isEqualTo(text);
  }

  @TestFactory
  Stream<DynamicTest> header_values() {
    return Rule.of("3.1.3.2 Header Values", "percent-encoded UTF-8", "/subject")
        .kept("%20", "a", "%C3%A9", "\"%22\"")
        .broken(
            "%C0%A0",
            "%ED%A0%80",
            "%FF",
            "%E2%82",
            "%",
            "%4",
            "%zz",
            "100%",
            "é",
            "€",
            "a\nb",
            "a\u0000",
            "%00",
            "%0A",
            "a%7F",
            "\"",
            "\"a",
            "a\"",
            "\"a\"b\"",
            "a\"b\"",
            "\"a\\\"",
            "\"a\tb\"",
            "\"\"",
            "")
        .tests(
            header ->
                assertThat(binary(headers("ce-subject", header), "").getSubject()).isNotNull(),
            header ->
                assertThat(pointers(refused(() -> binary(headers("ce-subject", header), ""))))
                    .containsExactly("/subject"));
  }

  /** Type System: the canonical text of each type stands in its header. */
  @Test
  void every_type_is_written_in_its_canonical_text() {
    CloudEvent event =
        CloudEventBuilder.v1(read(json()))
            .withTime(OffsetDateTime.parse("2018-04-05T17:31+01:00"))
            .withDataContentType("text/plain; a=\"b\"")
            .withExtension("anumber", -5)
            .withExtension("atruth", true)
            .withExtension("abinary", new byte[] {1, 2})
            .build();

    assertThat(CloudEventHttp.binary(event).headers())
        .containsEntry("ce-time", "2018-04-05T17:31:00+01:00")
        .containsEntry("Content-Type", "text/plain; a=\"b\"")
        .containsEntry("ce-anumber", "-5")
        .containsEntry("ce-atruth", "true")
        .containsEntry("ce-abinary", "AQI=")
        .doesNotContainKey("ce-datacontenttype");
  }

  /** 3.2.1 and 3.3.1: the Content-Type is that of the format. */
  @Test
  void each_mode_that_is_written_is_read_again() {
    CloudEvent event = read(json("subject", "\"Euro € 😀\"", "data", "{\"a\":\"Ä\"}"));

    for (CloudEventHttpMessage message :
        List.of(
            CloudEventHttp.binary(event),
            CloudEventHttp.structured(event),
            CloudEventHttp.batch(List.of(event)))) {
      assertThat(CloudEventHttp.read(multi(message.headers()), message.body()))
          .containsExactly(event);
    }
    assertThat(CloudEventHttp.structured(event).headers())
        .containsExactly(Map.entry("Content-Type", "application/cloudevents+json"));
    assertThat(CloudEventHttp.batch(List.of()).headers())
        .containsExactly(Map.entry("Content-Type", "application/cloudevents-batch+json"));
  }

  /** 3.2.3: headers beside a structured body do not count. */
  @Test
  void headers_of_a_structured_message_do_not_count() {
    Map<String, List<String>> headers =
        headers("Content-Type", "application/cloudevents+json", "ce-id", "other", "ce-x_y", "z");

    assertThat(binary(headers, json())).isEqualTo(read(json()));
  }
}
