package io.orchestrix.it.bank;

import static io.orchestrix.it.bank.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.it.Database;
import io.orchestrix.it.Servers;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators see of streams and events, over HTTP. */
@ParameterizedClass
@EnumSource
class ApiIT {
  private final Bank bank;
  private final Api reader;
  private final Api nobody;
  private final Api operator;
  private final String account = "api-" + UUID.randomUUID();
  private final String stream = "streams/account/" + account;

  ApiIT(Database database) {
    var server = Servers.of(database);
    bank = Bank.at(server);
    reader = Api.at(server, "reader");
    operator = Api.at(server, "operator");
    nobody = Api.at(server, "");
  }

  @BeforeEach
  void open() throws IOException {
    assertThat(bank.open(account, "Grace Hopper", "10").status()).isEqualTo(201);
    assertThat(bank.deposit(account, "d1", "5").status()).isEqualTo(200);
    assertThat(bank.withdraw(account, "w1", "3").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"streams", "events", "events/1", "events/tail", "no-such-thing"})
  void nobody_sees_anything(String path) throws IOException {
    var answer = nobody.raw(nobody.request(path));
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic");
  }

  @Test
  void readers_and_operators_see_a_stream() throws IOException {
    for (var user : List.of(reader, operator)) {
      var found = user.get(stream);
      assertThat(found.status()).as("%s", found).isEqualTo(200);
      assertThat(found.text("id")).isEqualTo("account/" + account);
      assertThat(found.number("version")).isEqualByComparingTo("3");
      assertThat(found.text("state")).isEqualTo("ACTIVE");
    }
  }

  @Test
  void what_has_not_changed_is_not_sent_again() throws IOException {
    var first = reader.raw(reader.request(stream));
    var tag = first.headers().firstValue("ETag").orElseThrow();
    var again = reader.raw(reader.request(stream).header("If-None-Match", tag));
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();

    assertThat(bank.deposit(account, "d2", "1").status()).isEqualTo(200);
    var changed = reader.raw(reader.request(stream).header("If-None-Match", tag));
    assertThat(changed.statusCode()).isEqualTo(200);
  }

  @Test
  void nobody_may_keep_an_answer_or_show_it_in_a_frame() throws IOException {
    var headers = reader.raw(reader.request("streams")).headers();
    assertThat(headers.firstValue("Cache-Control").orElse("")).startsWith("no-store");
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
    assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'");
  }

  @Test
  void streams_are_listed_page_by_page() throws IOException {
    var ids = new ArrayList<String>();
    var next = "";
    do {
      var page =
          reader.get(
              "streams?category=account&text=" + account.substring(0, 6) + "&limit=2" + next);
      assertThat(page.status()).as("%s", page).isEqualTo(200);
      ids.addAll(page.texts("items", "id"));
      next = page.text("next").isEmpty() ? "" : "&after=" + page.text("next");
    } while (!next.isEmpty());
    assertThat(ids).contains("account/" + account).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void events_are_listed_in_both_directions_and_what_is_sensitive_is_masked() throws IOException {
    var forward = reader.get(stream + "/events");
    assertThat(forward.texts("items", "type"))
        .containsExactly("AccountOpened", "MoneyDeposited", "MoneyWithdrawn");
    var opened = forward.body().path("items").get(0).path("payloads").get(0);
    assertThat(opened.path("owner").asString()).isEqualTo("***");
    assertThat(opened.path("initialBalance").decimalValue()).isEqualByComparingTo("10");

    var backward = reader.get(stream + "/events?direction=backward&limit=2");
    assertThat(backward.texts("items", "version")).containsExactly("3", "2");
    var rest =
        reader.get(stream + "/events?direction=backward&limit=2&after=" + backward.text("next"));
    assertThat(rest.texts("items", "version")).containsExactly("1");
    assertThat(rest.text("next")).isEmpty();
  }

  @Test
  void an_aggregate_is_seen_as_it_was() throws IOException {
    var newest = reader.get(stream + "/state");
    assertThat(newest.status()).as("%s", newest).isEqualTo(200);
    assertThat(newest.body().path("state").path("balance").decimalValue())
        .isEqualByComparingTo("12");
    assertThat(newest.body().path("state").path("owner").asString()).isEqualTo("***");

    var second = reader.get(stream + "/state?version=2");
    assertThat(second.body().path("state").path("balance").decimalValue())
        .isEqualByComparingTo("15");
    assertThat(second.texts("change", "path")).contains("/balance");
    assertThat(second.body().path("event").path("type").asString()).isEqualTo("MoneyDeposited");

    var opened = reader.get(stream + "/events?limit=1").body().path("items").get(0);
    var first = reader.get(stream + "/state?at=" + opened.path("time").asString());
    assertThat(first.number("version")).isEqualByComparingTo("1");
    assertProblem(reader.get(stream + "/state?at=" + Instant.EPOCH), 404);
    assertProblem(reader.get(stream + "/state?version=9"), 404);
  }

  @Test
  void all_events_are_read_in_their_order_and_by_filters() throws IOException {
    var mine = reader.get(stream + "/events").texts("items", "position");
    var first = Long.parseLong(mine.get(0));
    var found = reader.get("events?category=account&limit=500&after=" + (first - 1));
    assertThat(found.texts("items", "position")).containsSubsequence(mine);

    var typed = reader.get("events?types=MoneyWithdrawn&limit=500&after=" + (first - 1));
    assertThat(typed.texts("items", "type")).containsOnly("MoneyWithdrawn");
    assertThat(typed.texts("items", "stream")).contains("account/" + account);

    var one = reader.get("events/" + first);
    assertThat(one.text("type")).isEqualTo("AccountOpened");
    var correlated = reader.get("events?correlation=" + one.text("correlationId"));
    assertThat(correlated.texts("items", "id")).containsExactly(one.text("id"));
    assertProblem(reader.get("events/9000000000000"), 404);
  }

  @Test
  void events_are_followed_and_nobody_who_comes_back_misses_one() throws IOException {
    var positions = reader.get(stream + "/events").texts("items", "position");
    var before = Long.parseLong(positions.get(0)) - 1;
    assertThat(tail("events/tail?category=account&after=" + before, "", 2))
        .contains(positions.get(0), positions.get(1));
    var followed = tail("events/tail?category=account", positions.get(1), 1);
    assertThat(followed).first().isEqualTo(positions.get(2));
  }

  private List<String> tail(String path, String lastSeen, int atLeast) throws IOException {
    var request = reader.request(path);
    if (!lastSeen.isEmpty()) {
      request.header("Last-Event-ID", lastSeen);
    }
    try (var lines = reader.lines(request).body()) {
      return lines
          .filter(line -> line.startsWith("id:"))
          .map(line -> line.substring(3).strip())
          .limit(atLeast)
          .toList();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET, nonsense, 404",
    "GET, streams/account, 404",
    "GET, streams/account/none, 404",
    "GET, streams/no%20category/1, 400",
    "GET, streams?limit=0, 400",
    "GET, streams?limit=501, 400",
    "GET, streams?limit=x, 400",
    "GET, streams?state=gone, 400",
    "GET, streams?after=x, 400",
    "GET, events?after=-1, 400",
    "GET, events?after=99999999999999999999, 400",
    "GET, events?correlation=1-1-1-1-1, 400",
    "GET, events/tail?after=x, 400",
    "DELETE, streams, 405"
  })
  void what_cannot_be_answered_is_a_problem(String method, String path, int status)
      throws IOException {
    var request = operator.request(path).method(method, HttpRequest.BodyPublishers.noBody());
    assertProblem(Answer.of(operator.raw(request)), status);
  }

  @Test
  void other_media_types_are_a_problem() throws IOException {
    var request = reader.request("streams").header("Accept", "image/png");
    assertThat(reader.raw(request).statusCode()).isEqualTo(406);
  }

  @ParameterizedTest
  @ValueSource(strings = {"streams", "events", "streams/account/x"})
  void the_banks_own_application_does_not_lead_there(String path) throws IOException {
    var through = new Api(bank.address(), "operator");
    assertThat(through.get(path).status()).isEqualTo(404);
  }
}
