package io.orchestrix.message.cloudevents;

import static io.orchestrix.message.cloudevents.Samples.binary;
import static io.orchestrix.message.cloudevents.Samples.headers;
import static io.orchestrix.message.cloudevents.Samples.json;
import static io.orchestrix.message.cloudevents.Samples.pointers;
import static io.orchestrix.message.cloudevents.Samples.read;
import static io.orchestrix.message.cloudevents.Samples.refused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.SpecVersion;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The core specification: attributes and their types, in each mode in which they come. */
class CoreRulesTest {

  private static final String LONG = "x".repeat(65_536);

  /** Values of attributes; each is tried in JSON, in a batch and in a header. */
  private static List<Rule> values() {
    return List.of(
        Rule.of("Required: id", "non-empty string", "id")
            .kept("1", " ", "A234-1234-1234", "Ä 😀", "6e8bc430-9c3a-11d9-9669-0800200c9a66")
            .broken(""),
        Rule.of("Required: source", "non-empty URI-reference", "source")
            .kept(
                "https://github.com/cloudevents",
                "mailto:cncf-wg-serverless@lists.cncf.io",
                "urn:uuid:6e8bc430-9c3a-11d9-9669-0800200c9a66",
                "/cloudevents/spec/pull/123",
                "1-555-123-4567",
                "?q",
                "#f",
                ".",
                "//host/path",
                "http://[::1]:8080/a?b=c#d",
                "http://user:pw@host:/",
                "a%20b")
            .broken(
                "",
                " ",
                "a b",
                "http://[::1",
                "a%2",
                "a%zz",
                "%",
                ":a",
                "1a:b",
                "a^b",
                "a|b",
                "<a>",
                "/ä",
                "a\\b",
                "a?b[c]",
                "a#b#c",
                "http://h:port/",
                "\"a\""),
        Rule.of("Required: specversion", "is 1.0", "specversion")
            .kept("1.0")
            .broken("", "1", "1.0.2", "0.3", "1.1", "v1.0", " 1.0x", "2.0"),
        Rule.of("Required: type", "non-empty string", "type")
            .kept("com.github.pull_request.opened", "x", "Überwiesen")
            .broken(""),
        Rule.of("Optional: datacontenttype", "media type of RFC 2046", "datacontenttype")
            .kept(
                "application/json",
                "text/xml",
                "image/png",
                "application/json;charset=utf-8",
                "application/json; charset=\"UTF-8\"",
                "application/vnd.acme+json; a=b; c=\"d \\\" e\"",
                "APPLICATION/JSON")
            .broken(
                "json",
                "application/",
                "/json",
                "application/json;",
                "application/json; charset",
                "application/json; charset=",
                "application /json",
                "application/js on",
                "a/b/c",
                "text/plain; a=\"b",
                "text/plain, text/html",
                "äpp/json"),
        Rule.of("Optional: dataschema", "non-empty absolute URI", "dataschema")
            .kept("http://example.com/schema?v=1", "urn:orchestrix:event:A:1", "file:///a.json")
            .broken(
                "", "/schema", "schema.json", "http://example.com/a#b", "//host/a", "http://a b"),
        Rule.of("Optional: subject", "non-empty string", "subject")
            .kept("mynewfile.jpg", "Euro € 😀", "%41 \"quoted\" \\")
            .broken(""),
        Rule.of("Optional: time", "timestamp of RFC 3339", "time")
            .kept(
                "2018-04-05T17:31:00Z",
                "2018-04-05t17:31:00z",
                "2018-04-05T17:31:00.1Z",
                "2018-04-05T17:31:00.123456789012Z",
                "2018-04-05T17:31:00+01:00",
                "2018-04-05T17:31:00-00:00",
                "2018-04-05T17:31:00+23:59",
                "2016-12-31T23:59:60Z",
                "2017-01-01T00:59:60.5+01:00",
                "0000-01-01T00:00:00Z",
                "9999-12-31T23:59:59.999999999Z",
                "2020-02-29T00:00:00Z")
            .broken(
                "",
                "2018-04-05",
                "2018-04-05T17:31Z",
                "2018-04-05T17:31:00",
                "2018-04-05 17:31:00Z",
                "2018-04-05T17:31:00,5Z",
                "2018-04-05T17:31:00.Z",
                "2018-04-05T17:31:00+01",
                "2018-04-05T17:31:00+0100",
                "2018-04-05T17:31:00+01:00:30",
                "2018-04-05T17:31:00+24:00",
                "2018-04-05T17:31:00+01:60",
                "2018-04-05T24:00:00Z",
                "2018-04-05T17:60:00Z",
                "2018-04-05T17:31:60Z",
                "2016-12-30T23:59:60Z",
                "2018-02-30T00:00:00Z",
                "2021-02-29T00:00:00Z",
                "2018-13-01T00:00:00Z",
                "+12018-04-05T17:31:00Z",
                "18-04-05T17:31:00Z",
                "0000-01-01T00:00:00+23:59",
                "now",
                "1522949460"),
        Rule.of("Type System: String", "no control or noncharacter", "comexampleextension")
            .kept("", " ", "\u00A0", "\u2028", "\uD83D\uDE00", "\uFFFD", "\uE000", LONG)
            .broken(
                "\u0000",
                "a\nb",
                "a\tb",
                "\u001F",
                "\u007F",
                "\u0085",
                "\u009F",
                "\uFDD0",
                "\uFDEF",
                "\uFFFE",
                "\uFFFF",
                "\uD83F\uDFFE",
                LONG + "x"));
  }

  private static void isKept(String name, String sample, CloudEvent event) {
    if (name.equals("time")) {
      assertThat(event.getTime()).isNotNull();
    } else if (SpecVersion.V1.getAllAttributes().contains(name)) {
      assertThat(event.getAttribute(name)).hasToString(sample);
    } else {
      assertThat(event.getExtension(name)).isEqualTo(sample);
    }
  }

  @TestFactory
  Stream<DynamicTest> in_the_json_format() {
    return values().stream()
        .flatMap(
            rule ->
                rule.tests(
                    value ->
                        isKept(
                            rule.where(),
                            value,
                            read(json(rule.where(), JsonText.quote(value), "data", "\"x\""))),
                    value ->
                        assertThat(
                                pointers(
                                    refused(() -> read(json(rule.where(), JsonText.quote(value))))))
                            .containsExactly("/" + rule.where())));
  }

  @TestFactory
  Stream<DynamicTest> in_the_batch_format() {
    return values().stream()
        .flatMap(
            rule ->
                rule.tests(
                    value -> isKept(rule.where(), value, batch(rule.where(), value).get(1)),
                    value ->
                        assertThat(pointers(refused(() -> batch(rule.where(), value))))
                            .containsExactly("/1/" + rule.where())));
  }

  private static List<CloudEvent> batch(String name, String value) {
    String events = "[" + json() + "," + json(name, JsonText.quote(value)) + "]";
    return CloudEventJsonBatch.read(events.getBytes(UTF_8));
  }

  @TestFactory
  Stream<DynamicTest> in_http_headers() {
    return values().stream()
        .filter(rule -> !rule.where().equals("datacontenttype"))
        .flatMap(
            rule ->
                rule.tests(
                    value -> isKept(rule.where(), value, ofHeader(rule.where(), value)),
                    value ->
                        assertThat(pointers(refused(() -> ofHeader(rule.where(), value))))
                            .containsExactly("/" + rule.where())));
  }

  private static CloudEvent ofHeader(String name, String value) {
    return binary(headers("ce-" + name, HeaderValue.encode(value)), "");
  }

  @TestFactory
  Stream<DynamicTest> names() {
    return Rule.of("Naming Conventions", "lower-case letters and digits", "name")
        .kept("a", "0", "abc123", "averyverylongnameofmorethantwentycharacters", "x".repeat(255))
        .broken("", "A", "camelCase", "a-b", "a_b", "a.b", "ä", "a b", "a\u0000", "x".repeat(256))
        .tests(
            name -> {
              assertThat(read(json(name, "\"v\"")).getExtension(name)).isEqualTo("v");
              assertThat(read(json(name, "null")).getExtensionNames()).isEmpty();
              assertThat(binary(headers("ce-" + name, "v"), "").getExtension(name)).isEqualTo("v");
            },
            name -> {
              String quoted = JsonText.quote(name);
              String member = quoted.substring(1, quoted.length() - 1);
              assertThat(refused(() -> read(json(member, "\"v\"")))).hasMessageContaining("name");
              assertThat(refused(() -> read(json(member, "null")))).hasMessageContaining("name");
              if (!name.matches("A|camelCase")) { // in a header case does not count
                refused(() -> binary(headers("ce-" + name, "v"), ""));
              }
            });
  }

  @ParameterizedTest(name = "Required: {0} is missing")
  @CsvSource({"specversion", "id", "source", "type"})
  void a_required_attribute_is_there(String name) {
    assertThat(pointers(refused(() -> read(json(name, "-"))))).containsExactly("/" + name);
    assertThat(pointers(refused(() -> read(json(name, "null"))))).containsExactly("/" + name);
    assertThat(pointers(refused(() -> binary(headers("ce-" + name, "-"), ""))))
        .containsExactly("/" + name);
  }

  /** "Attributes MUST NOT have the name data". */
  @Test
  void no_attribute_is_called_data() {
    assertThat(pointers(refused(() -> binary(headers("ce-data", "v"), ""))))
        .containsExactly("/data");
    CloudEvent event = event().withExtension("data", "v").build();
    assertThat(pointers(refused(() -> Samples.write(event)))).containsExactly("/data");
  }

  @Test
  void every_flaw_is_told_at_once() {
    InvalidCloudEventException refusal =
        refused(() -> read("{\"id\":\"\",\"source\":\"a b\",\"time\":\"now\",\"X\":1}"));

    assertThat(refusal).hasMessageStartingWith("ORX-1020").hasMessageContaining("/id is empty");
    assertThat(pointers(refusal))
        .containsExactly("/specversion", "/id", "/type", "/source", "/time", "/X");
  }

  /** "Type System: Timestamp": the same instant, whatever java.time can hold. */
  @ParameterizedTest
  @CsvSource({
    "2018-04-05T17:31:00+23:59, 2018-04-04T17:32:00Z",
    "2018-04-05t17:31:00.123456789012z, 2018-04-05T17:31:00.123456789Z",
    "2016-12-31T23:59:60Z, 2016-12-31T23:59:59Z",
    "2018-04-05T17:31:00-07:30, 2018-04-05T17:31:00-07:30"
  })
  void a_time_keeps_its_instant(String time, String kept) {
    assertThat(read(json("time", "\"" + time + "\"")).getTime()).isEqualTo(kept);
  }

  private static CloudEventBuilder event() {
    return CloudEventBuilder.v1().withId("1").withSource(URI.create("/s")).withType("t");
  }

  /** What the SDK lets pass is refused when it is written, in each mode. */
  private static Stream<CloudEvent> faulty() {
    return Stream.of(
        event().withId("").build(),
        event().withId("a\nb").build(),
        event().withSource(URI.create("")).build(),
        event().withSource(URI.create("/ä")).build(),
        event().withType("\uD800").build(),
        event().withSubject("").build(),
        event().withDataContentType("nonsense").build(),
        event().withDataSchema(URI.create("relative")).build(),
        event().withTime(OffsetDateTime.MAX).build(),
        event().withTime(OffsetDateTime.of(-1, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC)).build(),
        event().withExtension("", "v").build(),
        event().withExtension("decimal", 5.5).build(),
        event().withExtension("big", 1L << 40).build(),
        event().withExtension("text", "\uFFFF").build(),
        CloudEventBuilder.v03().withId("1").withSource(URI.create("/s")).withType("t").build());
  }

  @TestFactory
  Stream<DynamicTest> what_the_sdk_lets_pass_is_refused() {
    return faulty()
        .map(
            event ->
                DynamicTest.dynamicTest(
                    event.toString().replaceAll("\\p{Cntrl}", "?"),
                    () -> {
                      assertThat(refused(() -> Samples.write(event)))
                          .hasMessageStartingWith("ORX-1023");
                      assertThat(pointers(refused(() -> CloudEventHttp.batch(List.of(event)))))
                          .allMatch(pointer -> pointer.startsWith("/0/"));
                      refused(() -> CloudEventHttp.binary(event));
                    }));
  }

  @Test
  void offsets_with_seconds_are_written_as_the_same_instant() {
    OffsetDateTime odd = OffsetDateTime.parse("2018-04-05T17:31:00+01:00:30");

    assertThat(read(Samples.write(event().withTime(odd).build())).getTime())
        .isEqualTo("2018-04-05T16:30:30Z");
  }
}
