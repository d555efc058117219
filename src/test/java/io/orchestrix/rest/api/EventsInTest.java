package io.orchestrix.rest.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.orchestrix.eventstore.EventFilter;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.harness.TestDatabase;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.message.cloudevents.CloudEventHttp;
import io.orchestrix.message.cloudevents.CloudEventHttpMessage;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CloudEvents of other systems come in. */
class EventsInTest {

  private static final String SALARY = "com.acme.salary-paid";

  private static Api api;

  private final String account = "A-" + UUID.randomUUID();
  private final URI source = URI.create("/payroll/" + UUID.randomUUID());

  @BeforeAll
  static void start() {
    api = Api.start(TestDatabase.h2(), Till.CLASSES);
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  private static Call operator() {
    return api.as(Roles.OPERATOR);
  }

  private CloudEvent salary(String id, String amount) {
    return CloudEventBuilder.v1()
        .withId(id)
        .withSource(source)
        .withType(SALARY)
        .withSubject("employee/7")
        .withData(
            "application/json",
            "{\"account\":\"%s\",\"amount\":%s,\"payer\":\"Acme\"}"
                .formatted(account, amount)
                .getBytes(UTF_8))
        .build();
  }

  private static Call.Answer send(CloudEventHttpMessage message) {
    Call call = operator();
    message.headers().forEach(call::with);
    return call.post("events", message.body());
  }

  private static Call.Answer sendBatch(CloudEvent... events) {
    return send(CloudEventHttp.batch(List.of(events)));
  }

  private static Call.Answer sendBatch(String json) {
    return operator()
        .with("Content-Type", "application/cloudevents-batch+json")
        .post("events", json);
  }

  private List<RecordedEvent> stored() {
    return api.get(EventStore.class)
        .readAll(GlobalPosition.START, EventFilter.NONE.categories("inbox"))
        .filter(event -> event.metadata().source().equals(source.toString()))
        .toList();
  }

  private static void assertReceipt(Call.Answer answer, int status, int stored, int repeated) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(status);
    assertThat(answer.text())
        .isEqualTo("{\"stored\":%d,\"repeated\":%d}".formatted(stored, repeated));
  }

  @Test
  void one_comes_in_each_mode_and_its_handlers_get_it() {
    assertReceipt(send(CloudEventHttp.structured(salary("s", "1.25"))), 202, 1, 0);
    assertReceipt(send(CloudEventHttp.binary(salary("b", "2"))), 202, 1, 0);
    assertReceipt(sendBatch(salary("x", "4"), salary("y", "8")), 202, 2, 0);

    assertThat(stored()).extracting(RecordedEvent::version).containsExactly(1L, 2L, 3L, 4L);
    assertThat(stored())
        .extracting(RecordedEvent::stream)
        .allMatch(stream -> stream.category().equals("inbox"))
        .containsOnly(stored().get(0).stream());
    assertThat(stored().get(0).payload())
        .isEqualTo(new Till.SalaryPaid(account, new BigDecimal("1.25"), "Acme"));
    await()
        .untilAsserted(
            () -> {
              api.beat();
              assertThat(api.as(Roles.READER).get("queries/SumOf?id=" + account).text())
                  .isEqualTo("15.25");
            });
  }

  @Test
  void what_comes_again_is_not_stored_again() {
    sendBatch(salary("1", "1"), salary("2", "1"));

    assertReceipt(send(CloudEventHttp.binary(salary("1", "1"))), 200, 0, 1);
    assertReceipt(
        sendBatch(salary("3", "1"), salary("2", "1"), salary("3", "1"), salary("4", "1")),
        202,
        2,
        2);
    assertReceipt(sendBatch(), 200, 0, 0);
    assertThat(stored()).hasSize(4);
  }

  @Test
  void the_same_id_of_another_source_is_another_event() {
    sendBatch(salary("1", "1"));
    CloudEvent other =
        CloudEventBuilder.v1(salary("1", "1")).withSource(URI.create(source + "/2")).build();

    assertReceipt(sendBatch(other), 202, 1, 0);
  }

  @Test
  void an_id_that_is_taken_by_another_subject_is_told_and_nothing_stored() {
    sendBatch(salary("1", "1"));
    CloudEvent other = CloudEventBuilder.v1(salary("1", "1")).withSubject("employee/8").build();

    Call.Answer answer = sendBatch(salary("2", "1"), other);

    assertThat(answer.status()).as("%s", answer).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("ORX-7043");
    assertThat(stored()).hasSize(1);
  }

  @Test
  void an_alias_is_stored_under_the_name_of_today() {
    sendBatch(CloudEventBuilder.v1(salary("1", "1")).withType("com.acme.wages-paid").build());

    assertThat(stored().get(0).metadata().type()).isEqualTo(SALARY);
  }

  @Test
  void a_batch_with_faults_is_refused_as_a_whole_with_each_reason() {
    Call.Answer answer =
        sendBatch(
            salary("1", "1"),
            salary("2", "-1"),
            CloudEventBuilder.v1(salary("3", "1")).withType("DrawerOpened").build(),
            CloudEventBuilder.v1(salary("4", "1")).withType("unheard.of").build(),
            salary("5", "\"much\""),
            CloudEventBuilder.v1(salary("6", "1")).withoutData().build());

    assertThat(answer.status()).as("%s", answer).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("ORX-7042");
    assertThat(answer.json().path("errors").valueStream().map(e -> e.path("pointer").asString()))
        .containsExactly("/1/data/amount", "/2/type", "/3/type", "/4/data/amount", "/5/data");
    assertThat(stored()).isEmpty();
  }

  @Test
  void what_breaks_the_rules_of_cloudevents_is_refused_with_its_place() {
    Call.Answer answer =
        sendBatch(
            "[{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"%s\",\"type\":\"%s\",\"data\":{}},{\"specversion\":\"1.0\",\"id\":\"\"}]"
                .formatted(source, SALARY));

    assertThat(answer.status()).as("%s", answer).isEqualTo(400);
    assertThat(answer.json().path("errors").valueStream().map(e -> e.path("pointer").asString()))
        .contains("/1/id", "/1/source", "/1/type");
    assertThat(stored()).isEmpty();
  }

  @Test
  void nobody_injects_an_event_of_the_domain() {
    Call.Answer answer =
        send(
            CloudEventHttp.structured(
                CloudEventBuilder.v1(salary("1", "1"))
                    .withType("DrawerOpened")
                    .withData("application/json", "{\"id\":\"a\",\"owner\":\"me\"}".getBytes(UTF_8))
                    .build()));

    assertThat(answer.status()).as("%s", answer).isEqualTo(400);
    assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("/type");
    assertThat(answer.json().at("/errors/0/detail").asString()).contains("integration event");
    assertThat(stored()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/cloudevents-batch+json | {}",
        "application/cloudevents-batch+json | [1]",
        "application/cloudevents-batch+json | [",
        "application/cloudevents+json | []",
        "application/cloudevents+json | ''",
        "application/cloudevents+xml | <a/>",
        "application/json | {}",
        "text/plain | text",
        "application/json; charset=utf-7 | {}",
        "application/cloudevents+json; charset=utf-16 | {}",
      })
  void what_is_no_cloudevent_is_refused(String type, String body) {
    Call.Answer answer = operator().with("Content-Type", type).post("events", body);

    assertThat(answer.status()).as("%s", answer).isEqualTo(400);
    assertThat(answer.json().path("errors").size()).isPositive();
  }

  @Test
  void a_body_that_is_too_long_is_refused() {
    assertThat(sendBatch("[" + " ".repeat(1 << 20) + "]").status()).isEqualTo(400);
  }

  @Test
  void it_takes_the_configured_role() {
    assertThat(api.as(Roles.READER).post("events", "").status()).isEqualTo(403);
    assertThat(api.as("clerk").post("events", "").status()).isEqualTo(403);
    assertThat(new Call(api).post("events", "").status()).isEqualTo(401);
  }

  @Test
  void many_of_many_senders_come_at_once() {
    CloudEvent[] many =
        IntStream.range(0, 300)
            .mapToObj(
                i ->
                    CloudEventBuilder.v1(salary("" + i, "1"))
                        .withSubject("employee/" + i % 20)
                        .build())
            .toArray(CloudEvent[]::new);

    assertReceipt(sendBatch(many), 202, 300, 0);
    assertReceipt(sendBatch(many), 200, 0, 300);
    assertThat(stored()).extracting(RecordedEvent::stream).hasSize(300);
    assertThat(stored().stream().map(RecordedEvent::stream).distinct()).hasSize(20);
  }
}
