package io.orchestrix.message.cloudevents;

import static io.orchestrix.message.cloudevents.Samples.binary;
import static io.orchestrix.message.cloudevents.Samples.headers;
import static io.orchestrix.message.cloudevents.Samples.json;
import static io.orchestrix.message.cloudevents.Samples.pointers;
import static io.orchestrix.message.cloudevents.Samples.read;
import static io.orchestrix.message.cloudevents.Samples.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.orchestrix.config.UnknownEvents;
import io.orchestrix.message.EventFormat;
import io.orchestrix.message.EventTypes;
import io.orchestrix.message.Metadata;
import io.orchestrix.message.jackson.JacksonPayloadCodec;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What others send becomes a message, or is refused with the attribute that keeps it from that. */
class ForeignEventsTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.123456Z");

  private final CloudEventMapper mapper =
      new CloudEventMapper(
          new EventFormat(
              new EventTypes(List.of()), List.of(), new JacksonPayloadCodec(), UnknownEvents.FAIL),
          new JacksonPayloadCodec(),
          Clock.fixed(NOW, ZoneOffset.UTC));

  private ReceivedMessage received(String... changes) {
    String[] all = new String[changes.length + 2];
    all[0] = "data";
    all[1] = "{}";
    System.arraycopy(changes, 0, all, 2, changes.length);
    return mapper.receive(read(json(all)));
  }

  @Test
  void a_minimal_event_is_completed() {
    ReceivedMessage message = received();
    Metadata metadata = message.metadata();

    assertThat(metadata)
        .isEqualTo(
            new Metadata(
                metadata.id(),
                "com.example.someevent",
                "/mycontext",
                null,
                NOW,
                metadata.id(),
                null,
                null));
    assertThat(message.payload().revision()).isEqualTo(1);
    assertThat(message.payload().json()).isEqualTo("{}");
  }

  @Test
  void an_id_that_is_no_uuid_becomes_the_same_one_each_time() {
    UUID id = received().metadata().id();

    assertThat(id.version()).isEqualTo(5);
    assertThat(id).isEqualTo(UUID.fromString("93719ee0-67b1-564c-8e3b-3f3b221c3658"));
    assertThat(received("subject", "\"s\"").metadata().id()).isEqualTo(id);
    assertThat(received("id", "\"a234\"").metadata().id()).isNotEqualTo(id);
    assertThat(received("source", "\"/other\"").metadata().id()).isNotEqualTo(id);
    assertThat(received("id", "\"1-1-1-1-1\"").metadata().id().version()).isEqualTo(5);
  }

  @Test
  void an_id_that_is_a_uuid_stays() {
    assertThat(received("id", "\"6E8BC430-9c3a-11d9-9669-0800200c9a66\"").metadata().id())
        .isEqualTo(UUID.fromString("6e8bc430-9c3a-11d9-9669-0800200c9a66"));
  }

  @Test
  void a_cause_has_the_id_that_it_had_as_an_event_and_a_conversation_that_of_every_source() {
    Metadata first = received("id", "\"e-1\"", "correlationid", "\"talk\"").metadata();
    Metadata second =
        received("id", "\"e-2\"", "causationid", "\"e-1\"", "correlationid", "\"talk\"").metadata();
    Metadata elsewhere = received("source", "\"/b\"", "correlationid", "\"talk\"").metadata();

    assertThat(second.causationId()).isEqualTo(first.id());
    assertThat(second.correlationId())
        .isEqualTo(first.correlationId())
        .isEqualTo(elsewhere.correlationId())
        .isEqualTo(UUID.fromString("f835413c-9729-562d-b54f-ca2477667c51"));
  }

  @Test
  void a_time_is_kept_to_the_microsecond() {
    assertThat(received("time", "\"2018-04-05T17:31:00.123456789+01:00\"").metadata().time())
        .isEqualTo("2018-04-05T16:31:00.123456Z");
  }

  @ParameterizedTest
  @CsvSource({
    "http://example.com/schema, 1",
    "urn:orchestrixx:event:com.example.someevent:7, 1",
    "urn:orchestrix:event:com.example.someevent:7, 7",
    "URN:Orchestrix:event:com.example.someevent:7, 7",
    "urn:orchestrix:event:com.example.someevent:2147483647, 2147483647",
    "urn:orchestrix:command:com.example.someevent, 1"
  })
  void a_revision_is_that_of_our_dataschema_or_1(String schema, int revision) {
    assertThat(received("dataschema", "\"" + schema + "\"").payload().revision())
        .isEqualTo(revision);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "urn:orchestrix:event:com.example.other:7",
        "urn:orchestrix:event:com.example.someevent",
        "urn:orchestrix:event:com.example.someevent:0",
        "urn:orchestrix:event:com.example.someevent:07",
        "urn:orchestrix:event:com.example.someevent:-1",
        "urn:orchestrix:event:com.example.someevent:2147483648",
        "urn:orchestrix:command:com.example.other",
        "urn:orchestrix:x"
      })
  void a_dataschema_of_ours_that_contradicts_is_refused(String schema) {
    assertThat(pointers(refused(() -> received("dataschema", "\"" + schema + "\""))))
        .containsExactly("/dataschema");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "application/vnd.acme+json; charset=utf-8"})
  void data_is_a_json_object(String contentType) {
    CloudEvent event = binary(headers("Content-Type", contentType), " {\"a\" : 1.50} ");

    assertThat(mapper.receive(event).payload().json()).isEqualTo(" {\"a\" : 1.50} ");
    assertThat(mapper.receive(binary(headers(), "{}")).payload().json()).isEqualTo("{}");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "application/json | [] | /data",
        "application/json | null | /data",
        "application/json | \"{}\" | /data",
        "application/json | {\"a\":1,\"a\":2} | /data/a",
        "application/json | {\"a\":[1e99999]} | /data/a/0",
        "application/json | {} x | /data",
        "application/json | `` | /data",
        "text/plain | {} | /datacontenttype",
        "application/json;charset=utf-16 | {} | /datacontenttype",
        "application/xml | <a/> | /datacontenttype"
      })
  void other_data_is_refused(String contentType, String body, String pointer) {
    CloudEvent event = binary(headers("Content-Type", contentType), body);

    InvalidCloudEventException refusal = refused(() -> mapper.receive(event));
    assertThat(refusal).hasMessageStartingWith("ORX-1022");
    assertThat(pointers(refusal)).containsExactly(pointer);
  }

  @ParameterizedTest
  @CsvSource({"type, 255, a", "source, 255, a", "subject, 301, a", "subject, 301, ä"})
  void an_attribute_is_as_long_as_the_store_takes(String name, int longest, String letter) {
    String fits = "\"" + letter.repeat(longest) + "\"";
    String longer = "\"" + letter.repeat(longest + 1) + "\"";

    assertThat(received(name, fits).metadata()).isNotNull();
    assertThat(pointers(refused(() -> received(name, longer)))).containsExactly("/" + name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-ff",
        "01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-what"
      })
  void a_traceparent_of_w3c_is_kept(String traceparent) {
    assertThat(received("traceparent", "\"" + traceparent + "\"").metadata().traceparent())
        .isEqualTo(traceparent);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00",
        "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
        "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-what",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-1",
        "01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01what",
        "01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-whatever.."
      })
  void another_traceparent_is_refused(String traceparent) {
    assertThat(pointers(refused(() -> received("traceparent", "\"" + traceparent + "\""))))
        .containsExactly("/traceparent");
  }

  @ParameterizedTest
  @ValueSource(strings = {"correlationid", "causationid"})
  void a_conversation_and_a_cause_have_a_name(String name) {
    assertThat(pointers(refused(() -> received(name, "\"\"")))).containsExactly("/" + name);
  }

  @Test
  void all_that_is_wrong_is_told_at_once() {
    assertThat(
            pointers(
                refused(
                    () ->
                        received(
                            "data", "-",
                            "subject", "\"" + "a".repeat(302) + "\"",
                            "causationid", "\"\"",
                            "dataschema", "\"urn:orchestrix:x\""))))
        .containsExactlyInAnyOrder("/subject", "/causationid", "/dataschema", "/data");
  }

  /** An event that the SDK has built does not have to be valid. */
  @Test
  void an_invalid_cloud_event_is_refused_as_such() {
    CloudEvent event =
        CloudEventBuilder.v1().withId("").withSource(URI.create("/s")).withType("t").build();

    assertThat(refused(() -> mapper.receive(event))).hasMessageStartingWith("ORX-1020");
  }
}
