package io.orchestrix.rest.api;

import static io.orchestrix.rest.api.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.OrchestrixException.Kind;
import io.orchestrix.audit.AuditEntry;
import io.orchestrix.message.ActingCaller;
import io.orchestrix.rest.api.LettersRetry.LetterKey;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class AuditApiTest {

  private static final Site SITE = Site.start("masked");

  private final AuditApi api = SITE.get(AuditApi.class);
  private final AuditQuery query = new AuditQuery();
  private final Paging paging = new Paging();

  @AfterAll
  static void stop() {
    SITE.close();
  }

  private static void pause(String reason) {
    ActingCaller caller = SITE.get(ActingCaller.class);
    caller.begin("192.0.2.7");
    try {
      ProjectionsApi projections = SITE.get(ProjectionsApi.class);
      projections.pause("counts", new Reason(reason));
      projections.resume("counts", null);
    } finally {
      caller.end();
    }
  }

  @Test
  void it_tells_who_did_what_from_where_and_why() {
    pause("a look at the rows");
    query.what = "projection.pause";

    AuditView newest = api.list(query, paging).items().get(0);

    assertThat(newest.kind()).isEqualTo(AuditEntry.Kind.ACTION);
    assertThat(newest.target()).isEqualTo("counts");
    assertThat(newest.outcome()).isEqualTo(AuditEntry.Outcome.SUCCEEDED);
    assertThat(newest.origin()).isEqualTo("192.0.2.7");
    assertThat(newest.reason()).isEqualTo("a look at the rows");
    assertThat(api.find(newest.id().toString())).isEqualTo(newest);
  }

  @Test
  void a_replay_tells_from_where_and_why() {
    long last = SITE.count("seen", 1).value();
    SITE.get(ProjectionsApi.class)
        .replay("counts", new ReplayRequest(last, null, "the rates were wrong"));
    SITE.get(ActingCaller.class).end();
    query.what = "projection.replay";

    AuditView replay = api.list(query, paging).items().get(0);

    assertThat(replay.target()).isEqualTo("counts after " + last);
    assertThat(replay.reason()).isEqualTo("the rates were wrong");
  }

  @Test
  void many_letters_that_are_tried_again_have_the_reason_that_was_given_for_all() {
    String first = SITE.failed("first");
    String second = SITE.failed("second");
    ActingCaller caller = SITE.get(ActingCaller.class);
    caller.begin("192.0.2.7");
    try {
      SITE.get(DeadLettersApi.class)
          .retryAll(new LettersRetry(List.of(key(first), key(second)), "the rates are there"));
    } finally {
      caller.end();
    }
    query.what = "dead-letter.retry";

    assertThat(api.list(query, paging).items())
        .extracting(AuditView::reason)
        .containsExactly("the rates are there", "the rates are there");
  }

  private static LetterKey key(String position) {
    return new LetterKey("counts/1", Long.parseLong(position));
  }

  @Test
  void a_reason_is_that_of_one_request() {
    pause("for the first");
    pause("");
    query.what = "projection.pause";
    paging.limit = "1";

    assertThat(api.list(query, paging).items().get(0).reason()).isEmpty();
  }

  @Test
  void it_is_read_page_by_page() {
    pause("one");
    pause("two");
    query.kind = "action";
    paging.limit = "3";

    Page<AuditView> first = api.list(query, paging);
    paging.after = first.next();
    Page<AuditView> second = api.list(query, paging);

    assertThat(first.items()).hasSize(3).doesNotContainAnyElementsOf(second.items());
    assertThat(second.items()).isNotEmpty();
  }

  @Test
  void what_is_no_filter_is_refused() {
    query.outcome = "brilliant";
    refused("ORX-7015", Kind.INVALID, () -> api.list(query, paging));
    refused("ORX-7015", Kind.INVALID, () -> api.find("1"));
    assertThatThrownBy(() -> api.find(UUID.randomUUID().toString()))
        .isInstanceOf(NotFoundException.class);
  }
}
