package io.orchestrix.rest.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.orchestrix.harness.TestDatabase;
import io.orchestrix.message.cloudevents.CloudEventHttp;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stored events go out as CloudEvents. */
class EventsOutTest {

  private static final String BATCH = "application/cloudevents-batch+json";
  private static final String ONE = "application/cloudevents+json";

  private static Api withDrawer(String visibility) {
    Api api =
        Api.start(
            Map.of("orchestrix.payload-visibility", visibility), TestDatabase.h2(), Till.CLASSES);
    api.get(AnswerWriter.class).json(List.of()); // while its settings are there
    Call operator = api.as(Roles.OPERATOR);
    operator.post("commands/OpenDrawer", "{\"id\":\"d\",\"owner\":\"Ada\"}");
    for (int i = 0; i < 3; i++) {
      operator.post("commands/PutIn", "{\"id\":\"d\",\"amount\":1.50,\"coins\":1,\"all\":[]}");
    }
    return api;
  }

  private static List<CloudEvent> read(Call.Answer answer) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return CloudEventHttp.read(
        Map.of("Content-Type", List.of(Objects.requireNonNull(answer.header("Content-Type")))),
        answer.response().getOutput());
  }

  private static String data(CloudEvent event) {
    return event.getData() == null
        ? ""
        : new String(event.getData().toBytes(), StandardCharsets.UTF_8);
  }

  private static Call reader(Api api, String accept) {
    return api.as(Roles.READER).with("Accept", accept);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "masked | {\"id\":\"d\",\"owner\":\"***\"}",
        "full   | {\"id\":\"d\",\"owner\":\"Ada\"}",
        "none   | ''"
      })
  void they_hold_as_much_as_may_be_seen(String visibility, String data) {
    try (Api api = withDrawer(visibility)) {
      List<CloudEvent> all = read(reader(api, BATCH).get("streams/drawer/d/events"));
      List<CloudEvent> one = read(reader(api, ONE).get("events/" + position(all.get(0))));

      assertThat(all).extracting(CloudEvent::getType).hasSize(4).startsWith("DrawerOpened");
      assertThat(data(all.get(0))).isEqualTo(data);
      assertThat(data(one.get(0))).isEqualTo(data);
      assertThat(one.get(0).getId()).isEqualTo(all.get(0).getId());
      assertThat(one.get(0).getExtension("correlationid")).isNotNull();
    }
  }

  private static long position(CloudEvent event) {
    return Long.parseLong(Objects.requireNonNull(event.getExtension("sequence")).toString());
  }

  @Test
  void a_batch_says_in_a_header_where_it_goes_on() {
    try (Api api = withDrawer("masked")) {
      Call.Answer first = reader(api, BATCH).get("events?limit=3&category=drawer");
      String link = Objects.requireNonNull(first.header("Link"));
      String next = link.replaceFirst("<http://localhost/app/orchestrix/api/([^>]*)>.*", "$1");
      Call.Answer second = reader(api, BATCH).get(next);

      assertThat(link).contains("rel=\"next\"", "limit=3", "category=drawer");
      assertThat(read(first)).hasSize(3);
      assertThat(read(second)).hasSize(1);
      assertThat(second.header("Link")).isNull();
      assertThat(reader(api, BATCH).get("streams/drawer/d/events?limit=3").header("Link"))
          .contains("after=3");
    }
  }

  @Test
  void who_likes_json_as_much_gets_json() {
    try (Api api = withDrawer("masked")) {
      for (String accept :
          new String[] {"*/*", "application/json", "application/*", BATCH + ";q=0.5, */*"}) {
        Call.Answer answer = reader(api, accept).get("events?category=drawer");

        assertThat(answer.header("Content-Type")).as(accept).startsWith("application/json");
        assertThat(answer.json().path("items").size()).isEqualTo(4);
      }
      assertThat(api.as(Roles.READER).get("events?category=drawer").json().path("items").size())
          .isEqualTo(4);
      assertThat(
              read(reader(api, "application/json;q=0.1, " + BATCH).get("events?category=drawer")))
          .hasSize(4);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/cloudevents+xml"})
  void what_cannot_be_answered_is_406(String accept) {
    try (Api api = withDrawer("masked")) {
      assertThat(reader(api, accept).get("events").status()).isEqualTo(406);
      assertThat(reader(api, accept).get("events/1").status()).isEqualTo(406);
    }
  }
}
