package io.orchestrix.rest.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.harness.TestDatabase;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueriesApiTest {

  private static final String NEEDED = "queries/Echo?number=1&flag=true";

  private static Api api;

  @BeforeAll
  static void start() {
    api = Api.start(Map.of("orchestrix.rest.await", "PT20S"), TestDatabase.h2(), Till.CLASSES);
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  private static Call reader() {
    return api.as(Roles.READER);
  }

  @Test
  void parameters_become_components_of_their_types() {
    UUID id = UUID.randomUUID();
    Call.Answer answer =
        reader()
            .get(
                "queries/Echo?text=a%20b&number=-7&large=9223372036854775807&exact=10.250&flag=false"
                    + "&kind=GOLD&since=2026-01-31T12:00:00Z&maybe=3&few=5&id="
                    + id);

    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(answer.text())
        .contains(
            "text=a b, number=-7, large=9223372036854775807, exact=10.250, flag=false, kind=GOLD,"
                + " since=2026-01-31T12:00:00Z, id="
                + id
                + ", maybe=Optional[3], few=5");
  }

  @ParameterizedTest
  @CsvSource({
    "number=1.5",
    "number=1e3",
    "number=0x10",
    "number=07",
    "number=",
    "number=99999999999",
    "exact=1e9",
    "exact=NaN",
    "flag=TRUE",
    "flag=1",
    "kind=gold",
    "kind=0",
    "since=yesterday",
    "since=0",
    "id=1-1-1-1-1",
    "unknown=1",
  })
  void what_does_not_fit_is_refused_with_its_name(String parameter) {
    String path = "queries/Echo?" + parameter;
    path += parameter.startsWith("number") ? "" : "&number=1";
    path += parameter.startsWith("flag") ? "" : "&flag=true";
    Call.Answer answer = reader().get(path);

    assertThat(answer.status()).as("%s", answer).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("ORX-7015");
    assertThat(answer.json().path("detail").asString())
        .contains("'" + parameter.replaceFirst("=.*", "") + "'");
  }

  @Test
  void what_is_repeated_or_missing_or_fits_no_parameter_is_refused() {
    assertThat(reader().get(NEEDED + "&number=1").json().path("detail").asString())
        .contains("'number'", "one value");
    assertThat(reader().get("queries/Echo?flag=true").code()).isEqualTo("ORX-7015");
    assertThat(reader().get("queries/Several?all=a").json().path("detail").asString())
        .contains("by POST");
    assertThat(reader().get(NEEDED + "&few=6").code()).isEqualTo("ORX-2202");
  }

  @Test
  void what_fits_no_parameters_is_asked_by_a_body() {
    assertThat(reader().post("queries/Several", "{\"all\":[\"a\",\"b\"]}").text()).isEqualTo("2");
    assertThat(reader().post("queries/Several", "{\"all\":[\"a\"],\"b\":1}").code())
        .isEqualTo("ORX-7001");
    assertThat(reader().post("queries/Several", "{\"all\":[{}]}").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "Secret, clerk, 200",
    "Secret, orchestrix-operator, 403",
    "SumOf?id=none, orchestrix-reader, 204",
    "SumOf?id=none, orchestrix-operator, 204",
    "SumOf?id=none, clerk, 403",
    "Nothing, clerk, 403",
    "Nothing, orchestrix-reader, 404",
    "Ring, orchestrix-operator, 404",
  })
  void the_rule_of_the_query_decides_or_else_readers_and_operators(
      String query, String role, int status) {
    Call.Answer answer = api.as(role).get("queries/" + query);

    assertThat(answer.status()).as("%s", answer).isEqualTo(status);
    assertThat(new Call(api).get("queries/" + query).status()).isEqualTo(401);
  }

  @Test
  void who_sends_a_position_reads_what_he_wrote() {
    Call operator = api.as(Roles.OPERATOR);
    operator.post("commands/OpenDrawer", "{\"id\":\"q\",\"owner\":\"Ada\"}");
    for (int sum = 1; sum <= 10; sum++) {
      String position =
          String.valueOf(
              api.as(Roles.OPERATOR)
                  .post("commands/PutIn", "{\"id\":\"q\",\"amount\":1,\"coins\":1,\"all\":[]}")
                  .header("Orchestrix-Position"));

      Call.Answer answer = reader().with("Orchestrix-Position", position).get("queries/SumOf?id=q");

      assertThat(answer.text()).as("%s", answer).isEqualTo("" + sum);
    }
    assertThat(reader().with("Orchestrix-Position", "x").get("queries/SumOf?id=q").code())
        .isEqualTo("ORX-7002");
  }

  @Test
  void the_catalogue_has_the_schemas() {
    Call.Answer all = reader().get("queries");

    assertThat(all.json().path("items").valueStream().map(q -> q.path("name").asString()))
        .containsExactly("Echo", "Secret", "Several", "SumOf");
    assertThat(all.json().at("/items/0/schema/properties/kind/enum").toString())
        .isEqualTo("[\"GOLD\",\"SILVER\"]");
    assertThat(all.json().at("/items/0/schema/properties/since/format").asString())
        .isEqualTo("date-time");
    assertThat(all.json().at("/items/1/roles").toString()).isEqualTo("[[\"clerk\"]]");
    assertThat(all.json().at("/items/3/reads").toString()).isEqualTo("[\"sums\"]");
  }
}
