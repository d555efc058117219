package io.orchestrix.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.config.UnknownEvents;
import io.orchestrix.message.jackson.JacksonPayloadCodec;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UpcasterTest {

  @EventType(revision = 3)
  record Opened(String account, String owner) implements Event {}

  record Deposited(String account, BigDecimal amount) implements Event {}

  private static final StoredPayload OPENED_IN_1 =
      new StoredPayload("Opened", 1, "{\"id\":\"a-1\",\"name\":\"Ada\",\"initial\":1.50}");

  /** Revision 1 held the first deposit; revision 2 called its members otherwise. */
  private static final Upcaster OF_1 =
      Upcaster.split(
          "Opened",
          1,
          old ->
              List.of(
                  new EventJson("Opened", 2, with(old, "account", "id")),
                  new EventJson(
                      "Deposited",
                      1,
                      Json.createObjectBuilder()
                          .add("account", old.get("id"))
                          .add("amount", old.get("initial"))
                          .build())));

  private static final Upcaster OF_2 = Upcaster.of("Opened", 2, old -> with(old, "owner", "name"));

  private static JsonObject with(JsonObject old, String member, String former) {
    return Json.createObjectBuilder(old).add(member, old.get(former)).build();
  }

  private static List<Event> read(StoredPayload stored, Upcaster... upcasters) {
    return new EventFormat(
            new EventTypes(List.of(Opened.class, Deposited.class)),
            List.of(upcasters),
            new JacksonPayloadCodec(),
            UnknownEvents.SKIP)
        .decode(stored);
  }

  @Test
  void steps_are_chained_and_one_event_may_become_several_in_order() {
    assertThat(read(OPENED_IN_1, OF_2, OF_1))
        .containsExactly(new Opened("a-1", "Ada"), new Deposited("a-1", new BigDecimal("1.50")));
  }

  @Test
  void a_chain_may_begin_in_the_middle() {
    String json = "{\"account\":\"a-1\",\"name\":\"Ada\"}";
    assertThat(read(new StoredPayload("Opened", 2, json), OF_1, OF_2))
        .containsExactly(new Opened("a-1", "Ada"));
  }

  @Test
  void a_decimal_that_no_step_touches_keeps_its_scale() {
    Upcaster rename = Upcaster.rename("PaidIn", 7, "Deposited", 1);
    String json = "{\"account\":\"a-1\",\"amount\":%s}";
    for (String amount : List.of("1.500", "0.00", "1E+3", "1E-7", "-0.10", "9".repeat(300))) {
      assertThat(read(new StoredPayload("PaidIn", 7, json.formatted(amount)), OF_1, OF_2, rename))
          .containsExactly(new Deposited("a-1", new BigDecimal(amount)));
    }
  }

  @Test
  void a_type_may_be_renamed_on_the_way() {
    Upcaster rename = Upcaster.rename("Created", 4, "Opened", 2, old -> with(old, "account", "id"));

    assertThat(
            read(
                new StoredPayload("Created", 4, "{\"id\":\"a-1\",\"name\":\"Ada\"}"),
                OF_1,
                OF_2,
                rename))
        .containsExactly(new Opened("a-1", "Ada"));
  }

  @Test
  void events_may_be_dropped() {
    assertThat(
            read(
                new StoredPayload("Touched", 1, "{}"),
                OF_1,
                OF_2,
                Upcaster.of("Touched", 1, old -> old),
                Upcaster.drop("Touched", 2)))
        .isEmpty();
  }

  @Test
  void an_upcaster_that_throws_is_named_with_the_event() {
    Upcaster broken = Upcaster.of("Opened", 2, old -> with(old, "owner", "missing"));
    assertThatThrownBy(() -> read(OPENED_IN_1, OF_1, broken))
        .isInstanceOf(UpcastException.class)
        .hasMessageStartingWith("ORX-1017")
        .hasMessageContainingAll(
            "event of the type 'Opened' revision 1",
            "the upcaster of 'Opened' revision 2 threw a java.lang.NullPointerException")
        .hasCauseInstanceOf(NullPointerException.class);
  }

  @Test
  @SuppressWarnings("NullAway") // as code without the check may do
  void an_upcaster_that_gives_null_is_named() {
    assertThatThrownBy(() -> read(OPENED_IN_1, Upcaster.of("Opened", 1, old -> null), OF_2))
        .hasMessageContaining("the upcaster of 'Opened' revision 1 threw");
    assertThatThrownBy(() -> read(OPENED_IN_1, Upcaster.split("Opened", 1, old -> null), OF_2))
        .hasMessageContaining("the upcaster of 'Opened' revision 1 threw");
  }

  @Test
  void an_upcaster_that_gives_what_does_not_fit_is_named_with_the_place() {
    Upcaster misfit =
        Upcaster.rename(
            "PaidIn",
            1,
            "Deposited",
            1,
            old -> Json.createObjectBuilder(Map.of("amount", "secret")).build());

    assertThatThrownBy(() -> read(new StoredPayload("PaidIn", 1, "{}"), OF_1, OF_2, misfit))
        .hasMessageStartingWith("ORX-1017")
        .hasMessageContainingAll("'PaidIn' revision 1", "gave 'Deposited' revision 1", "'/amount'")
        .hasMessageNotContaining("secret")
        .hasCauseInstanceOf(PayloadException.class);
  }

  @Test
  void what_leads_nowhere_fails_even_where_unknown_events_are_skipped() {
    Upcaster nowhere =
        Upcaster.split("PaidIn", 1, old -> List.of(new EventJson("Elsewhere", 1, old)));

    assertThatThrownBy(() -> read(new StoredPayload("PaidIn", 1, "{}"), OF_1, OF_2, nowhere))
        .isInstanceOf(UpcastException.class)
        .hasMessageContaining("gave 'Elsewhere' revision 1, which is no known event");
  }

  @Test
  void a_step_back_that_only_shows_at_run_time_fails() {
    Upcaster back = Upcaster.split("Opened", 2, old -> List.of(new EventJson("Opened", 1, old)));

    assertThatThrownBy(() -> read(OPENED_IN_1, OF_1, back))
        .hasMessageContaining("gave 'Opened' revision 1, which is no higher revision");
  }

  @Test
  void a_circle_that_only_shows_at_run_time_ends() {
    Upcaster there = Upcaster.split("A", 1, old -> List.of(new EventJson("B", 1, old)));
    Upcaster andBack = Upcaster.split("B", 1, old -> List.of(new EventJson("A", 1, old)));

    assertThatThrownBy(() -> read(new StoredPayload("A", 1, "{}"), OF_1, OF_2, there, andBack))
        .isInstanceOf(UpcastException.class)
        .hasMessageContainingAll("'A' revision 1", "in a circle");
  }

  @Test
  void stored_text_that_is_no_object_is_told() {
    for (String json : List.of("", "[]", "7", "{\"a\":", "[".repeat(100_000))) {
      assertThatThrownBy(() -> read(new StoredPayload("Opened", 2, json), OF_1, OF_2))
          .isInstanceOf(UpcastException.class)
          .hasMessageContaining("takes a JSON object, and what is stored is none");
    }
  }

  @Test
  void a_name_given_to_it_stands_in_messages() {
    Upcaster broken = Upcaster.of("Opened", 2, old -> with(old, "owner", "?")).named("my upcaster");
    assertThatThrownBy(() -> read(OPENED_IN_1, OF_1, broken))
        .hasMessageContaining("but my upcaster threw");
  }

  @Test
  void a_revision_less_than_1_is_refused() {
    assertThatThrownBy(() -> Upcaster.drop("Opened", 0)).hasMessageContaining("at least 1");
    assertThatThrownBy(() -> new StoredPayload("Opened", 0, "{}"))
        .hasMessageContaining("at least 1");
    assertThatThrownBy(() -> new EventJson("Opened", -1, Json.createObjectBuilder().build()))
        .hasMessageContaining("at least 1");
  }
}
