package io.orchestrix.message.cloudevents;

import static io.orchestrix.message.cloudevents.Samples.binary;
import static io.orchestrix.message.cloudevents.Samples.data;
import static io.orchestrix.message.cloudevents.Samples.json;
import static io.orchestrix.message.cloudevents.Samples.multi;
import static io.orchestrix.message.cloudevents.Samples.pointers;
import static io.orchestrix.message.cloudevents.Samples.read;
import static io.orchestrix.message.cloudevents.Samples.refused;
import static io.orchestrix.message.cloudevents.Samples.write;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON format 1.0.2, section by section. */
class JsonFormatRulesTest {

  private static CloudEventBuilder event() {
    return CloudEventBuilder.v1()
        .withId("A234")
        .withSource(URI.create("/mycontext"))
        .withType("com.example.someevent");
  }

  /** 2.2: what each JSON value is as the value of an extension. */
  @ParameterizedTest(name = "2.2 Type System Mapping: {0}")
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "true, java.lang.Boolean, true",
        "false, java.lang.Boolean, false",
        "0, java.lang.Integer, 0",
        "-0, java.lang.Integer, 0",
        "5, java.lang.Integer, 5",
        "-2147483648, java.lang.Integer, -2147483648",
        "2147483647, java.lang.Integer, 2147483647",
        "\"5\", java.lang.String, 5",
        "\"true\", java.lang.String, true",
        "\"AQI=\", java.lang.String, AQI=",
        "\"2018-04-05T17:31:00Z\", java.lang.String, 2018-04-05T17:31:00Z"
      })
  void an_extension_has_the_type_of_its_json(String json, Class<?> type, String value) {
    CloudEvent event = read(json("ext", json));

    assertThat(event.getExtension("ext")).isExactlyInstanceOf(type).hasToString(value);
    assertThat(read(write(event))).isEqualTo(event);
  }

  @ParameterizedTest(name = "2.2 Type System Mapping: INVALID {0}")
  @ValueSource(
      strings = {
        "1.0",
        "1.5",
        "1e2",
        "2147483648",
        "-2147483649",
        "99999999999999999999",
        "1E400",
        "{}",
        "{\"a\":1}",
        "[]",
        "[\"a\"]",
        "\"\\ud800\"",
        "\"\\udc00\\ud800\"",
        "\"\\u0000\""
      })
  void no_other_json_is_an_extension(String json) {
    assertThat(pointers(refused(() -> read(json("ext", json))))).containsExactly("/ext");
  }

  @ParameterizedTest(name = "2.2 Type System Mapping: INVALID {0}: {1}")
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "id, 5",
        "id, true",
        "id, {}",
        "id, []",
        "source, 1",
        "type, false",
        "specversion, 1.0",
        "specversion, 1",
        "time, 1522949460",
        "subject, 7",
        "dataschema, {}",
        "datacontenttype, 1"
      })
  void an_attribute_of_the_specification_is_a_string(String name, String json) {
    assertThat(pointers(refused(() -> read(json(name, json))))).containsExactly("/" + name);
  }

  @ParameterizedTest(name = "2.2 null is absent: {0}")
  @ValueSource(strings = {"datacontenttype", "dataschema", "subject", "time", "ext"})
  void a_null_is_an_absent_attribute(String name) {
    assertThat(read(json(name, "null"))).isEqualTo(event().build());
  }

  /** 2.2: types that JSON has not are written in their canonical text. */
  @Test
  void every_type_is_written() {
    CloudEvent event =
        event()
            .withExtension("anumber", 5)
            .withExtension("along", 6L)
            .withExtension("atruth", true)
            .withExtension("atext", "x")
            .withExtension("auri", URI.create("/a"))
            .withExtension("atime", OffsetDateTime.parse("2018-04-05T17:31Z"))
            .withExtension("abinary", new byte[] {1, 2})
            .build();

    assertThat(write(event))
        .isEqualTo(
            "{\"specversion\":\"1.0\",\"id\":\"A234\",\"type\":\"com.example.someevent\","
                + "\"source\":\"/mycontext\",\"abinary\":\"AQI=\",\"along\":6,\"anumber\":5,"
                + "\"atext\":\"x\",\"atime\":\"2018-04-05T17:31:00Z\",\"atruth\":true,"
                + "\"auri\":\"/a\"}");
  }

  /** 3.1.2: data under a JSON type, or under none, is the JSON value itself. */
  @ParameterizedTest(name = "3.1 data {0}")
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "true",
        "false",
        "0",
        "-0",
        "-0.0",
        "1.50",
        "1E2",
        "1e-7",
        "\"\"",
        "\"I'm just a string\"",
        "\"{}\"",
        "{\"a\":[1,{\"b\":null}],\"\":\"\"}",
        "\"\\ud800\"",
        "{\"a\":\"Ä\\\"\\\\/\\n😀\"}",
        "123456789012345678901234567890.123"
      })
  void json_data_is_kept_as_it_is(String json) {
    for (String type : new String[] {"-", "null", "\"application/json\"", "\"A/X+JSON;a=b\""}) {
      CloudEvent event = read(json("datacontenttype", type, "data", json));

      assertThat(data(event)).isEqualTo(json);
      assertThat(write(event)).contains("\"data\":" + json);
      assertThat(read(write(event))).isEqualTo(event);
    }
  }

  @Test
  void white_space_in_data_does_not_count() {
    assertThat(data(read(json("data", " { \"a\" :\n[ 1 , 2 ] } ")))).isEqualTo("{\"a\":[1,2]}");
  }

  /** 3.1.2: "the datacontenttype SHOULD be set explicitly to the implied application/json". */
  @Test
  void data_without_a_type_is_json_and_says_so_in_other_modes() {
    CloudEvent event = read(json("data", "\"I'm just a string\""));

    assertThat(CloudEventHttp.binary(event).headers())
        .containsEntry("Content-Type", "application/json");
    assertThat(CloudEventHttp.binary(event).body())
        .asString(UTF_8)
        .isEqualTo("\"I'm just a string\"");
    assertThat(read(json()).getDataContentType()).isNull();
  }

  /** 3.1.2: under another type data is an encoded text. */
  @ParameterizedTest(name = "3.1 data as text in {0}")
  @CsvSource({
    "text/plain, UTF-8",
    "application/xml, UTF-8",
    "image/svg+xml, UTF-8",
    "text/plain;charset=iso-8859-1, ISO-8859-1",
    "text/plain;charset=\"utf-16be\", UTF-16BE"
  })
  void other_data_is_text_in_its_charset(String type, String charset) {
    CloudEvent event =
        read(json("datacontenttype", JsonText.quote(type), "data", "\"<much wow=\\\"xmlé\\\"/>\""));

    assertThat(event.getData()).isNotNull();
    assertThat(event.getData().toBytes())
        .isEqualTo("<much wow=\"xmlé\"/>".getBytes(Charset.forName(charset)));
    assertThat(write(event)).contains("\"data\":\"<much wow=\\\"xmlé\\\"/>\"");
    assertThat(read(write(event))).isEqualTo(event);
  }

  @ParameterizedTest(name = "3.1.2 INVALID data {1} of {0}")
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "text/plain, {}",
        "text/plain, 1",
        "application/xml, null",
        "text/plain, [\"a\"]",
        "text/plain, \"\\ud800\"",
        "text/plain;charset=us-ascii, \"é\"",
        "text/plain;charset=no-such, \"a\"",
        "text/plain;charset=\"!\", \"a\""
      })
  void other_data_is_no_other_json(String type, String data) {
    assertThat(
            pointers(
                refused(() -> read(json("datacontenttype", JsonText.quote(type), "data", data)))))
        .containsExactly("/data");
  }

  /** 3.1.1: bytes that are neither their JSON nor their text are Base64. */
  @Test
  void binary_data_is_base64() {
    byte[] bytes = {0, (byte) 0xFF, (byte) 0xC0, 1};
    for (String type :
        new String[] {"application/octet-stream", "application/json", "text/plain"}) {
      CloudEvent event = event().withData(type, bytes).build();

      assertThat(write(event))
          .contains("\"data_base64\":\"" + Base64.getEncoder().encodeToString(bytes) + "\"");
      assertThat(read(write(event))).isEqualTo(event);
    }
  }

  @ParameterizedTest(name = "3.1.2 data_base64 {0}")
  @ValueSource(strings = {"", "AA==", "AAE=", "AAEC", "+/+/"})
  void base64_is_decoded(String base64) {
    CloudEvent event = read(json("data_base64", "\"" + base64 + "\""));

    assertThat(event.getData()).isNotNull();
    assertThat(event.getData().toBytes()).isEqualTo(Base64.getDecoder().decode(base64));
    assertThat(event.getDataContentType()).isNull();
  }

  @ParameterizedTest(name = "3.1.2 INVALID data_base64 {0}")
  @ValueSource(
      strings = {
        "\"A\"",
        "\"AA\"",
        "\"AA=\"",
        "\"AB==\"",
        "\"AAE\"",
        "\"-_-_\"",
        "\"AA\\n==\"",
        "\"AAEC \"",
        "\"é\"",
        "\"====\"",
        "5",
        "{}",
        "true"
      })
  void what_is_not_base64_is_refused(String json) {
    assertThat(pointers(refused(() -> read(json("data_base64", json)))))
        .containsExactly("/data_base64");
  }

  @Test
  void null_is_no_binary_data() {
    assertThat(read(json("data_base64", "null"))).isEqualTo(event().build());
  }

  @Test
  void data_and_data_base64_exclude_each_other() {
    for (String data : new String[] {"1", "null", "\"x\""}) {
      assertThat(pointers(refused(() -> read(json("data", data, "data_base64", "\"AA==\"")))))
          .containsExactly("/data_base64");
    }
  }

  @Test
  void an_event_without_data_has_none() {
    assertThat(read(json()).getData()).isNull();
    assertThat(write(event().build())).doesNotContain("data");
    assertThat(read(json("datacontenttype", "\"text/xml\"")).getDataContentType())
        .isEqualTo("text/xml");
  }

  /** 3: "wholly represented as a JSON object", RFC 8259. */
  @TestFactory
  Stream<DynamicTest> envelopes() {
    return Rule.of("3 Envelope, RFC 8259", "one JSON object", "")
        .kept(json(), " \n\t\r" + json() + "\n ", json("id", "\"\\u0041\""))
        .broken(
            "",
            " ",
            "[]",
            "null",
            "1",
            "\"a\"",
            "[" + json() + "]",
            json() + json(),
            json() + ",",
            json() + "x",
            "\uFEFF" + json(),
            json().replace("}", ",}"),
            json().replace("\"", "'"),
            "/* a */" + json(),
            "{",
            "}",
            json().substring(0, 30),
            json("a", "01"),
            json("a", "1."),
            json("a", "+1"),
            json("a", "NaN"),
            json("a", "True"),
            json("a", "\"\\x\""),
            json("a", "\"\\u12\""),
            json("a", "\"\n\""),
            "{\"specversion\":\"1.0\",\"id\":\"1\",\"id\":\"1\",\"source\":\"/\",\"type\":\"t\"}",
            json("data", "{\"a\":1,\"b\":{},\"a\":1}"),
            json("data", "1") + "\u0000")
        .tests(
            json -> assertThat(read(json).getId()).matches("A234|A"),
            json -> assertThat(refused(() -> read(json))).hasMessageStartingWith("ORX-1020"));
  }

  @Test
  void a_member_that_is_named_twice_is_refused_with_its_place() {
    assertThat(pointers(refused(() -> read(json("data", "[0,{\"a\":{\"b\":1,\"b\":1}}]")))))
        .containsExactly("/data/1/a/b");
    assertThat(pointers(refused(() -> read("{\"id\":\"1\",\"data\":1,\"data\":1}"))))
        .containsExactly("/data");
  }

  @Test
  void only_utf8_is_read() {
    byte[] latin = json("subject", "\"é\"").getBytes(Charset.forName("ISO-8859-1"));

    assertThat(refused(() -> Samples.FORMAT.deserialize(latin))).hasMessageContaining("UTF-8");
    refused(() -> Samples.FORMAT.deserialize(json().getBytes(UTF_16BE)));
  }

  /** 3.2: each example of the section, and its re-encoding in HTTP binary mode. */
  @ParameterizedTest(name = "3.2 Example {0}")
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "B | \"datacontenttype\":\"application/xml\",\"data\":\"<much wow=\\\"xml\\\"/>\" | application/xml | <much wow=\"xml\"/>",
        "C | \"datacontenttype\":\"application/json\",\"data\":{\"appinfoA\":\"abc\"} | application/json | {\"appinfoA\":\"abc\"}",
        "D | \"data\":\"I'm just a string\" | application/json | \"I'm just a string\"",
        "A | \"datacontenttype\":\"application/vnd.apache.thrift.binary\",\"data_base64\":\"YWJj\" | application/vnd.apache.thrift.binary | abc"
      })
  void the_examples_are_read_and_re_encoded(String id, String data, String type, String body) {
    CloudEvent event =
        read(
            "{\"specversion\":\"1.0\",\"type\":\"com.example.someevent\",\"source\":\"/mycontext\","
                + ("\"subject\":null,\"id\":\"" + id + "234-1234-1234\",")
                + "\"time\":\"2018-04-05T17:31:00Z\",\"comexampleextension1\":\"value\","
                + "\"comexampleothervalue\":5,\"unsetextension\":null,"
                + data
                + "}");
    CloudEventHttpMessage binary = CloudEventHttp.binary(event);

    assertThat(event.getExtensionNames())
        .containsExactlyInAnyOrder("comexampleextension1", "comexampleothervalue");
    assertThat(binary.headers())
        .containsOnly(
            Map.entry("ce-specversion", "1.0"),
            Map.entry("ce-type", "com.example.someevent"),
            Map.entry("ce-time", "2018-04-05T17:31:00Z"),
            Map.entry("ce-id", id + "234-1234-1234"),
            Map.entry("ce-source", "/mycontext"),
            Map.entry("ce-comexampleextension1", "value"),
            Map.entry("ce-comexampleothervalue", "5"),
            Map.entry("Content-Type", type));
    assertThat(new String(binary.body(), UTF_8)).isEqualTo(body);
    assertThat(data(binary(multi(binary.headers()), body))).isEqualTo(body);
  }
}
