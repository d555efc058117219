package io.orchestrix.rest.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.harness.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CatalogAndTracesTest {

  private static Api api;

  @BeforeAll
  static void start() {
    api = Api.start(TestDatabase.h2(), Till.CLASSES);
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @Test
  void the_catalogue_tells_what_there_is_and_what_leads_where() {
    Call.Answer answer = api.as(Roles.READER).get("catalog");

    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(answer.text()).doesNotContain("className");
    assertThat(answer.json().path("aggregates").toString())
        .isEqualTo(
            "[{\"category\":\"drawer\",\"module\":\"\",\"events\":[\"DrawerOpened\",\"MoneyPutIn\"]}]");
    assertThat(
            answer
                .json()
                .path("events")
                .valueStream()
                .filter(event -> event.path("isIntegration").asBoolean())
                .map(event -> event.path("name").asString()))
        .containsExactly("Taken", "com.acme.salary-paid");
    assertThat(
            answer
                .json()
                .path("edges")
                .valueStream()
                .map(e -> e.path("from").asString() + " > " + e.path("to").asString()))
        .containsExactlyInAnyOrder(
            "command:OpenDrawer > aggregate:drawer",
            "command:PutIn > aggregate:drawer",
            "aggregate:drawer > event:DrawerOpened",
            "aggregate:drawer > event:MoneyPutIn",
            "event:MoneyPutIn > projection:sums",
            "event:com.acme.salary-paid > projection:sums",
            "projection:sums > query:SumOf");
  }

  @Test
  void who_has_the_catalogue_does_not_get_it_again() {
    String tag = String.valueOf(api.as(Roles.READER).get("catalog").header("ETag"));

    Call.Answer again = api.as(Roles.READER).with("If-None-Match", tag).get("catalog");

    assertThat(again.status()).isEqualTo(304);
    assertThat(again.text()).isEmpty();
    assertThat(api.as("clerk").get("catalog").status()).isEqualTo(403);
  }

  @Test
  void a_conversation_comes_page_by_page_with_the_causes() {
    String id = UUID.randomUUID().toString().substring(0, 8);
    UUID conversation = UUID.randomUUID();
    for (int i = 0; i < 5; i++) {
      Call.Answer sent =
          api.as(Roles.OPERATOR)
              .with("Content-Type", "application/cloudevents+json")
              .post(
                  "events",
                  "{\"specversion\":\"1.0\",\"id\":\"%s-%d\",\"source\":\"/payroll\",\"type\":\"Taken\",\"correlationid\":\"%s\",\"causationid\":\"%s\",\"data\":{\"what\":\"x\"}}"
                      .formatted(id, i, conversation, id));
      assertThat(sent.status()).as("%s", sent).isEqualTo(202);
    }

    Call.Answer first = api.as(Roles.READER).get("traces/" + conversation + "?limit=3");
    String next = first.json().path("next").asString();
    Call.Answer second =
        api.as(Roles.READER).get("traces/" + conversation + "?limit=3&after=" + next);

    assertThat(first.json().path("correlationId").asString()).isEqualTo(conversation.toString());
    assertThat(first.json().path("events").size()).isEqualTo(3);
    assertThat(second.json().path("events").size()).isEqualTo(2);
    assertThat(second.json().path("next").isNull()).isTrue();
    assertThat(
            second.json().path("events").valueStream().map(e -> e.path("causationId").asString()))
        .allMatch(cause -> !cause.isEmpty());
    assertThat(first.json().at("/events/2/position").asLong())
        .isLessThan(second.json().at("/events/0/position").asLong());
  }

  @Test
  void a_conversation_nobody_knows_is_empty_and_what_is_no_id_refused() {
    assertThat(
            api.as(Roles.READER)
                .get("traces/" + UUID.randomUUID())
                .json()
                .path("events")
                .toString())
        .isEqualTo("[]");
    assertThat(api.as(Roles.READER).get("traces/x'or'1").code()).isEqualTo("ORX-7015");
    assertThat(api.as("clerk").get("traces/" + UUID.randomUUID()).status()).isEqualTo(403);
  }
}
