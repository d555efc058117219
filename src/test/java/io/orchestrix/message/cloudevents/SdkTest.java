package io.orchestrix.message.cloudevents;

import static io.orchestrix.message.cloudevents.Samples.json;
import static io.orchestrix.message.cloudevents.Samples.read;
import static io.orchestrix.message.cloudevents.Samples.refused;
import static io.orchestrix.message.cloudevents.Samples.write;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.CloudEventUtils;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.data.BytesCloudEventData;
import io.cloudevents.core.data.PojoCloudEventData;
import io.cloudevents.core.format.ContentType;
import io.cloudevents.core.message.MessageReader;
import io.cloudevents.core.message.impl.GenericStructuredMessageReader;
import io.cloudevents.core.provider.EventFormatProvider;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The JSON format works with the parts of the official SDK. */
class SdkTest {

  private static final CloudEvent EVENT =
      CloudEventBuilder.v1()
          .withId("1")
          .withSource(URI.create("https://example.com/a?b#c"))
          .withType("com.example.x")
          .withSubject("Ä 😀")
          .withTime(OffsetDateTime.parse("2018-04-05T17:31:00.000000001+02:00"))
          .withDataSchema(URI.create("urn:a:b"))
          .withDataContentType("application/json")
          .withData("{\"a\":1}".getBytes(UTF_8))
          .withExtension("number", 5)
          .withExtension("truth", false)
          .withExtension("text", "5")
          .build();

  @Test
  void the_sdk_finds_the_format_by_its_content_type() {
    EventFormatProvider formats = EventFormatProvider.getInstance();

    assertThat(formats.resolveFormat("application/cloudevents+json"))
        .isInstanceOf(CloudEventJsonFormat.class);
    assertThat(formats.resolveFormat("application/cloudevents+json; charset=utf-8"))
        .isInstanceOf(CloudEventJsonFormat.class);
    assertThat(formats.resolveFormat(ContentType.JSON)).isInstanceOf(CloudEventJsonFormat.class);
  }

  @Test
  void an_event_of_the_builder_comes_back_equal() {
    assertThat(read(write(EVENT))).isEqualTo(EVENT);
  }

  @Test
  void a_message_reader_of_the_sdk_reads_what_was_written() {
    MessageReader message = GenericStructuredMessageReader.from(EVENT, Samples.FORMAT);

    assertThat(message.toEvent()).isEqualTo(EVENT);
  }

  @Test
  void data_goes_through_a_mapper_of_the_sdk() {
    byte[] json = Samples.FORMAT.serialize(EVENT);
    CloudEvent mapped =
        Samples.FORMAT.deserialize(
            json,
            data ->
                PojoCloudEventData.wrap(new String(data.toBytes(), UTF_8), s -> s.getBytes(UTF_8)));

    assertThat(Objects.requireNonNull(mapped.getData())).isInstanceOf(PojoCloudEventData.class);
    assertThat(write(mapped)).isEqualTo(write(EVENT));
    assertThat(
            Samples.FORMAT
                .deserialize(
                    json().getBytes(UTF_8), data -> BytesCloudEventData.wrap(new byte[] {1}))
                .getData())
        .isNull();
  }

  @Test
  void an_event_that_is_read_can_be_built_on() {
    CloudEvent more = CloudEventBuilder.v1(read(write(EVENT))).withExtension("more", "m").build();

    assertThat(CloudEventUtils.toReader(more).read(CloudEventBuilder::fromSpecVersion))
        .isEqualTo(more);
    assertThat(read(write(more)).getExtension("more")).isEqualTo("m");
  }

  @Test
  void data_that_its_owner_cannot_write_is_the_one_failure() {
    CloudEvent event =
        CloudEventBuilder.v1(EVENT)
            .withData(
                PojoCloudEventData.wrap(
                    "x",
                    s -> {
                      throw new IllegalStateException("secret");
                    }))
            .build();

    assertThat(refused(() -> write(event))).message().contains("/data").doesNotContain("secret");
    refused(() -> CloudEventHttp.binary(event));
  }
}
