package io.orchestrix.rest.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.harness.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandsApiTest {

  private static Api api;

  private final String id = UUID.randomUUID().toString().substring(0, 8);

  @BeforeAll
  static void start() {
    api = Api.start(TestDatabase.h2(), Till.CLASSES);
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  private Call operator() {
    return api.as(Roles.OPERATOR);
  }

  private Call.Answer open(String of) {
    return operator()
        .post("commands/OpenDrawer", "{\"id\":\"%s\",\"owner\":\"Ada\"}".formatted(of));
  }

  private static String putIn(String of, String rest) {
    return "{\"id\":\"%s\",%s}".formatted(of, rest);
  }

  @Test
  void a_command_is_done_and_its_answer_comes_back_masked() {
    open(id);
    Call.Answer answer =
        operator()
            .post(
                "commands/PutIn",
                putIn(id, "\"amount\":10.50,\"coins\":2,\"all\":[{\"kind\":\"x\",\"count\":1}]"));

    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(answer.text())
        .isEqualTo("{\"id\":\"%s\",\"sum\":10.50,\"owner\":\"***\"}".formatted(id));
    assertThat(answer.header("Content-Type")).startsWith("application/json");
    assertThat(answer.header("Location"))
        .isEqualTo("http://localhost/app/orchestrix/api/streams/drawer/" + id);
    assertThat(Long.parseLong(String.valueOf(answer.header("Orchestrix-Position")))).isPositive();
  }

  @Test
  void nothing_to_answer_is_204() {
    Call.Answer answer = open("a/b~" + id);

    assertThat(answer.status()).as("%s", answer).isEqualTo(204);
    assertThat(answer.text()).isEmpty();
    assertThat(answer.header("Location")).endsWith("/streams/drawer/a~1b~0" + id);
    assertThat(operator().get("streams/drawer/a~1b~0" + id).status()).isEqualTo(200);
    assertThat(api.as("clerk").post("commands/Ring", "{}").header("Location")).isNull();
  }

  @Test
  void the_same_key_is_the_same_command_once() {
    open(id);
    String body = putIn(id, "\"amount\":1,\"coins\":1,\"all\":[]");
    Call.Answer first = operator().with("Idempotency-Key", id).post("commands/PutIn", body);
    Call.Answer again = operator().with("Idempotency-Key", id).post("commands/PutIn", body);
    Call.Answer other =
        operator()
            .with("Idempotency-Key", id)
            .post("commands/PutIn", body.replace("amount\":1", "amount\":2"));

    assertThat(again.text()).isEqualTo(first.text());
    assertThat(again.status()).isEqualTo(200);
    assertThat(api.get(EventStore.class).info(new StreamId("drawer", id)).orElseThrow().version())
        .isEqualTo(2);
    assertThat(other.status()).isEqualTo(422);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"id\":\"x\",\"amount\":1,\"coins\":1,\"all\":[],\"more\":1} | /more",
        "{\"id\":\"x\",\"amount\":\"much\",\"coins\":1,\"all\":[]} | /amount",
        "{\"id\":\"x\",\"amount\":1,\"coins\":1.5,\"all\":[]} | /coins",
        "{\"id\":\"x\",\"amount\":1,\"all\":[]} | /coins",
        "{\"id\":\"x\",\"amount\":1,\"coins\":1,\"all\":[{\"kind\":\"a\",\"count\":1,\"no\":2}]} | /all/0/no",
        "{\"id\":\"x\",\"amount\":1,\"coins\":1,\"all\":[{\"kind\":\"a\",\"count\":{}}]} | /all/0/count",
        "{\"id\":\"x\",\"amount\":1,\"coins\":9999999999,\"all\":[]} | /coins",
      })
  void a_body_that_does_not_fit_is_refused_with_the_place(String body, String pointer) {
    Call.Answer answer = operator().post("commands/PutIn", body);

    assertThat(answer.status()).as("%s", answer).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("ORX-7001");
    assertThat(answer.json().path("errors").get(0).path("pointer").asString()).isEqualTo(pointer);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"[] ", "{\"id\":1,\"id\":2}", "{", "''", "{}{}", "null"})
  void what_is_no_json_object_is_refused(String body) {
    Call.Answer answer = operator().post("commands/PutIn", body);

    assertThat(answer.status()).as("%s", answer).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("ORX-7001");
  }

  @Test
  void a_body_that_is_too_long_is_refused() {
    Call.Answer answer =
        operator().post("commands/PutIn", "{\"id\":\"" + "x".repeat(1 << 20) + "\"}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("detail").asString()).contains("1048576");
  }

  @Test
  void constraints_and_rules_of_the_domain_say_what_is_wrong() {
    Call.Answer broken =
        operator().post("commands/PutIn", putIn("x", "\"amount\":0,\"coins\":10,\"all\":[]"));
    Call.Answer missing =
        operator().post("commands/PutIn", putIn("none", "\"amount\":1,\"coins\":1,\"all\":[]"));

    assertThat(broken.status()).isEqualTo(400);
    assertThat(broken.json().path("errors").valueStream().map(e -> e.path("pointer").asString()))
        .containsExactly("/amount", "/coins");
    assertThat(missing.status()).isEqualTo(404);
  }

  @Test
  void another_media_type_is_refused() {
    assertThat(operator().with("Content-Type", "text/plain").post("commands/Ring", "{}").status())
        .isEqualTo(415);
  }

  @Test
  void a_name_that_no_command_has_is_not_found_not_even_a_class() {
    for (String name :
        new String[] {"Nothing", "java.lang.String", Till.Ring.class.getName(), "Echo"}) {
      Call.Answer answer = operator().post("commands/" + name, "{}");

      assertThat(answer.status()).as("%s", answer).isEqualTo(404);
      assertThat(answer.code()).isEqualTo("ORX-7040");
    }
    assertThat(operator().get("commands/Nothing").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "Ring, clerk, 204",
    "Ring, orchestrix-reader, 204",
    "Count, clerk, 200",
    "Count, orchestrix-operator, 403",
    "Burn, orchestrix-operator, 403",
    "Burn, clerk, 403",
    "PutIn, orchestrix-reader, 403",
    "PutIn, clerk, 403",
    "PutIn, orchestrix-operator, 404",
    "Nothing, orchestrix-reader, 403",
  })
  void the_rule_of_the_command_decides_or_else_the_configured_roles(
      String command, String role, int status) {
    String body =
        switch (command) {
          case "Count" -> "{\"what\":\"coin\"}";
          case "PutIn" -> putIn("none", "\"amount\":1,\"coins\":1,\"all\":[]");
          default -> "{}";
        };

    Call.Answer answer = api.as(role).post("commands/" + command, body);

    assertThat(answer.status()).as("%s", answer).isEqualTo(status);
    if (status == 403) {
      assertThat(answer.code()).isEqualTo("ORX-7013");
    }
  }

  @Test
  void who_may_not_is_refused_before_the_body_is_read_and_nobody_is_anonymous() {
    assertThat(api.as("clerk").post("commands/PutIn", "no json").status()).isEqualTo(403);
    assertThat(new Call(api).post("commands/Ring", "{}").status()).isEqualTo(401);
    assertThat(new Call(api).get("commands").status()).isEqualTo(401);
    assertThat(api.as("clerk").get("commands").status()).isEqualTo(403);
  }

  @Test
  void the_configuration_names_the_roles_for_commands_without_a_rule() {
    try (Api other =
        Api.start(
            java.util.Map.of("orchestrix.rest.command-roles", "branch, head-office"),
            TestDatabase.h2(),
            Till.CLASSES)) {
      String body = "{\"id\":\"%s\",\"owner\":\"Ada\"}";
      assertThat(other.as("branch").post("commands/OpenDrawer", body.formatted("1")).status())
          .isEqualTo(204);
      assertThat(other.as("head-office").post("commands/OpenDrawer", body.formatted("2")).status())
          .isEqualTo(204);
      assertThat(other.as(Roles.OPERATOR).post("commands/OpenDrawer", body.formatted("3")).status())
          .isEqualTo(403);
    }
  }

  @Test
  void the_catalogue_has_the_schema_of_each_body_and_who_may_send_it() {
    Call.Answer all = api.as(Roles.READER).get("commands");
    Call.Answer one = api.as(Roles.READER).get("commands/PutIn");

    assertThat(all.json().path("items").valueStream().map(c -> c.path("name").asString()))
        .containsExactly("Burn", "Count", "OpenDrawer", "PutIn", "Ring");
    assertThat(all.json().path("items").valueStream().map(c -> c.path("roles").toString()))
        .containsExactly(
            "[[]]",
            "[[\"clerk\"]]",
            "[[\"orchestrix-operator\"]]",
            "[[\"orchestrix-operator\"]]",
            "[]");
    assertThat(one.json().path("schema").path("additionalProperties").toString())
        .isEqualTo("false");
    assertThat(one.json().at("/schema/properties/amount/type").asString()).isEqualTo("number");
    assertThat(one.json().at("/schema/properties/amount/exclusiveMinimum").asInt()).isZero();
    assertThat(one.json().at("/schema/properties/coins/maximum").asInt()).isEqualTo(9);
    assertThat(one.json().at("/schema/properties/all/items/properties/kind/type").asString())
        .isEqualTo("string");
    assertThat(one.json().at("/schema/required").toString()).contains("amount", "coins");
    assertThat(api.as(Roles.READER).get("commands/OpenDrawer").json().at("/schema/properties/id"))
        .asString()
        .contains("\"maxLength\":20");
  }
}
