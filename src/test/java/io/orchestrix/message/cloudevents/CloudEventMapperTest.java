package io.orchestrix.message.cloudevents;

import static io.orchestrix.message.cloudevents.Samples.data;
import static io.orchestrix.message.cloudevents.Samples.json;
import static io.orchestrix.message.cloudevents.Samples.multi;
import static io.orchestrix.message.cloudevents.Samples.pointers;
import static io.orchestrix.message.cloudevents.Samples.read;
import static io.orchestrix.message.cloudevents.Samples.refused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.orchestrix.config.UnknownEvents;
import io.orchestrix.message.Command;
import io.orchestrix.message.Event;
import io.orchestrix.message.EventFormat;
import io.orchestrix.message.EventType;
import io.orchestrix.message.EventTypes;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.message.Metadata;
import io.orchestrix.message.PayloadCodec;
import io.orchestrix.message.RawEvent;
import io.orchestrix.message.StoredPayload;
import io.orchestrix.message.Upcaster;
import io.orchestrix.message.jackson.JacksonPayloadCodec;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages of ours become CloudEvents and are the same when they come back. */
class CloudEventMapperTest {

  @EventType(revision = 3, aliases = "MoneyPaidIn")
  record MoneyDeposited(String account, BigDecimal amount, double rate) implements Event {}

  @EventType("über: 100 %")
  record Oddly(String named) implements Event {}

  record Deposit(String account, BigDecimal amount) implements Command {}

  private static final UUID ID = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
  private static final UUID OTHER = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8058");
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.123456Z");
  private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  private static final Event EVENT = new MoneyDeposited("a-1", new BigDecimal("1.50"), -0.0);

  private static final PayloadCodec CODEC = new JacksonPayloadCodec();
  private static final EventFormat FORMAT = format(UnknownEvents.FAIL);

  private final CloudEventMapper mapper = mapper(FORMAT);

  private static CloudEventMapper mapper(EventFormat format) {
    return new CloudEventMapper(format, CODEC, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static EventFormat format(UnknownEvents unknown) {
    return new EventFormat(
        new EventTypes(List.of(MoneyDeposited.class, Oddly.class)),
        List.of(
            Upcaster.of(
                "MoneyDeposited",
                1,
                old -> {
                  throw new IllegalStateException("not this one");
                }),
            Upcaster.of("MoneyDeposited", 2, old -> old)),
        CODEC,
        unknown);
  }

  private static Metadata metadata(String type) {
    return new Metadata(ID, type, "/bank", "account/a-1", NOW, OTHER, OTHER, TRACE);
  }

  @Test
  void an_event_has_the_attributes_that_the_documentation_names() {
    CloudEvent event =
        mapper.toCloudEvent(metadata("MoneyDeposited"), EVENT, new GlobalPosition(42));

    assertThat(Samples.write(event))
        .isEqualTo(
            "{\"specversion\":\"1.0\",\"id\":\"01890a5d-ac96-774b-bcce-b302099a8057\","
                + "\"type\":\"MoneyDeposited\",\"source\":\"/bank\","
                + "\"datacontenttype\":\"application/json\","
                + "\"dataschema\":\"urn:orchestrix:event:MoneyDeposited:3\","
                + "\"subject\":\"account/a-1\",\"time\":\"2026-01-02T03:04:05.123456Z\","
                + "\"causationid\":\"01890a5d-ac96-774b-bcce-b302099a8058\","
                + "\"correlationid\":\"01890a5d-ac96-774b-bcce-b302099a8058\","
                + "\"sequence\":\"00000000000000000042\",\"traceparent\":\""
                + TRACE
                + "\",\"data\":{\"account\":\"a-1\",\"amount\":1.50,\"rate\":-0.0}}");
  }

  /** Each mode in which a CloudEvent travels. */
  static Stream<CloudEventHttpMessage> modes(CloudEvent event) {
    return Stream.of(
        CloudEventHttp.binary(event),
        CloudEventHttp.structured(event),
        CloudEventHttp.batch(List.of(event)));
  }

  private ReceivedMessage travelled(CloudEventHttpMessage message) {
    return mapper.receive(CloudEventHttp.read(multi(message.headers()), message.body()).get(0));
  }

  @Test
  void an_event_comes_back_as_it_was_in_each_mode() {
    for (Event event : List.of(EVENT, new Oddly("Ä\"\\\n\u0000\u007f😀"))) {
      Metadata metadata = metadata(FORMAT.encode(event).type());
      modes(mapper.toCloudEvent(metadata, event, null))
          .map(this::travelled)
          .forEach(
              received -> {
                assertThat(received).isEqualTo(new ReceivedMessage(metadata, FORMAT.encode(event)));
                assertThat(mapper.events(received)).containsExactly(event);
              });
    }
  }

  @Test
  void a_command_comes_back_as_it_was_in_each_mode() {
    Deposit command = new Deposit("a-1", new BigDecimal("1.50"));
    Metadata metadata = new Metadata(ID, "Deposit", "/bank", null, NOW, ID, null, null);
    CloudEvent event = mapper.toCloudEvent(metadata, command);

    assertThat(event.getDataSchema()).hasToString("urn:orchestrix:command:Deposit");
    assertThat(event.getExtensionNames()).containsExactly("correlationid");
    assertThat(modes(event).map(this::travelled))
        .allSatisfy(
            received -> {
              assertThat(received.metadata()).isEqualTo(metadata);
              assertThat(mapper.command(received, Deposit.class)).isEqualTo(command);
            })
        .hasSize(3);
  }

  @Test
  void the_revision_of_what_is_stored_travels_in_the_dataschema() {
    StoredPayload stored =
        new StoredPayload("MoneyDeposited", 2, "{\"account\":\"a\",\"amount\":1,\"rate\":0}");
    CloudEvent event = mapper.toCloudEvent(metadata("MoneyDeposited"), stored, null);

    assertThat(event.getDataSchema()).hasToString("urn:orchestrix:event:MoneyDeposited:2");
    assertThat(mapper.receive(event).payload()).isEqualTo(stored);
    assertThat(mapper.events(mapper.receive(event)))
        .containsExactly(new MoneyDeposited("a", BigDecimal.ONE, 0));
  }

  /** The JSON is of the current class, so the type is as well. */
  @Test
  void an_event_that_is_stored_under_an_alias_goes_out_under_its_name() {
    CloudEvent event = mapper.toCloudEvent(metadata("MoneyPaidIn"), EVENT, null);

    assertThat(event.getType()).isEqualTo("MoneyDeposited");
    assertThat(mapper.events(mapper.receive(event))).containsExactly(EVENT);
  }

  @Test
  void an_event_that_the_application_does_not_know_goes_on_as_it_is() {
    RawEvent raw = new RawEvent("Retired", 7, "{\"a\": 1.50}");
    CloudEvent event = mapper.toCloudEvent(metadata("Retired"), raw, null);

    assertThat(data(event)).isEqualTo("{\"a\": 1.50}");
    assertThat(mapper(format(UnknownEvents.RAW)).events(mapper.receive(event)))
        .containsExactly(raw);
    assertThat(mapper(format(UnknownEvents.SKIP)).events(mapper.receive(event))).isEmpty();
    assertThat(pointers(refused(() -> mapper.events(mapper.receive(event)))))
        .containsExactly("/type");
  }

  @Test
  void the_sequence_sorts_as_text() {
    assertThat(
            Stream.of(1L, 9L, 10L, Long.MAX_VALUE)
                .map(
                    position ->
                        mapper
                            .toCloudEvent(metadata("T"), EVENT, new GlobalPosition(position))
                            .getExtension("sequence"))
                .map(String::valueOf))
        .isSorted()
        .allMatch(sequence -> sequence.length() == 20);
  }

  static Stream<Metadata> unfit() {
    return Stream.of(
        new Metadata(ID, "T", "not a uri", null, NOW, ID, null, null),
        new Metadata(ID, "T", "", null, NOW, ID, null, null),
        new Metadata(ID, "T", "/s", "", NOW, ID, null, null),
        new Metadata(ID, "T", "/s", "a\nb", NOW, ID, null, null),
        new Metadata(ID, "T", "/s", null, Instant.MAX, ID, null, null),
        new Metadata(ID, "T", "/s", null, NOW, ID, null, "00-0-0-00"));
  }

  @ParameterizedTest
  @MethodSource("unfit")
  void what_cannot_be_a_cloud_event_is_not_sent(Metadata metadata) {
    assertThat(refused(() -> mapper.toCloudEvent(metadata, EVENT, null)))
        .hasMessageStartingWith("ORX-1023");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {"[]", "1", "``", "{", "{} {}", "{\"a\":1,\"a\":2}", "{\"a\":\"\uD800\"}"})
  void a_payload_that_is_no_json_object_is_not_sent(String payload) {
    assertThat(
            pointers(
                refused(
                    () ->
                        mapper.toCloudEvent(
                            metadata("T"), new StoredPayload("T", 1, payload), null))))
        .allMatch(pointer -> pointer.startsWith("/data"));
  }

  @Test
  void data_that_does_not_fit_its_class_is_the_senders_mistake() {
    ReceivedMessage event =
        mapper.receive(
            read(
                json(
                    "type", "\"MoneyDeposited\"",
                    "dataschema", "\"urn:orchestrix:event:MoneyDeposited:3\"",
                    "data", "{\"account\":\"a\",\"amount\":\"much\"}")));
    ReceivedMessage old =
        mapper.receive(read(json("type", "\"MoneyDeposited\"", "data", "{\"account\":\"a\"}")));
    ReceivedMessage command =
        mapper.receive(read(json("type", "\"Deposit\"", "data", "{\"amount\":{}}")));

    assertThat(pointers(refused(() -> mapper.events(event)))).containsExactly("/data/amount");
    assertThat(pointers(refused(() -> mapper.events(old)))).containsExactly("/data");
    assertThat(pointers(refused(() -> mapper.command(command, Deposit.class))))
        .containsExactly("/data/amount");
    assertThat(refused(() -> mapper.command(event, Deposit.class)))
        .hasMessageStartingWith("ORX-1022")
        .hasMessageContaining("/type is not Deposit");
  }

  @Test
  void the_documented_form_of_a_batch_is_one_array() {
    CloudEvent event = mapper.toCloudEvent(metadata("MoneyDeposited"), EVENT, null);

    assertThat(CloudEventHttp.batch(List.of(event, event)).body())
        .asString(UTF_8)
        .isEqualTo("[" + Samples.write(event) + "," + Samples.write(event) + "]");
  }
}
