package io.orchestrix.rest.api;

import static io.orchestrix.rest.api.Refusals.refused;
import static io.orchestrix.rest.api.Site.COUNTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orchestrix.OrchestrixException.Kind;
import io.orchestrix.deadletter.DeadLetterId;
import io.orchestrix.deadletter.DeadLetterState;
import io.orchestrix.deadletter.DeadLetterStep;
import io.orchestrix.deadletter.DeadLetterStore;
import io.orchestrix.deadletter.DeadLetterSubject;
import io.orchestrix.deadletter.Failure;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.rest.api.LettersRetry.LetterKey;
import io.orchestrix.rest.api.RetryReport.RetriedLetter;
import io.orchestrix.unitofwork.UnitOfWork;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class DeadLettersApiTest {

  private static final Reason WHY = new Reason("ticket 4711");

  private static final Site SITE = Site.start("masked");

  private final DeadLettersApi api = SITE.get(DeadLettersApi.class);

  @AfterAll
  static void stop() {
    SITE.close();
  }

  private static LetterQuery query(
      @Nullable String subscription, @Nullable String sequence, String... states) {
    LetterQuery query = new LetterQuery();
    query.subscription = subscription;
    query.sequence = sequence;
    query.states = List.of(states);
    return query;
  }

  private static void park(String subscription, long position, String sequence) {
    SITE.get(UnitOfWork.class)
        .run(
            () ->
                SITE.get(DeadLetterStore.class)
                    .park(
                        new DeadLetterSubject(
                            new DeadLetterId(subscription, new GlobalPosition(position)),
                            sequence,
                            "count/x",
                            1,
                            "Counted",
                            1),
                        Failure.of(new IllegalStateException("card 4711")),
                        1,
                        Instant.EPOCH));
  }

  private DeadLetterState state(String subscription, String position) {
    return api.find(subscription, position).letter().state();
  }

  @Test
  void one_is_shown_without_what_is_sensitive_or_may_be_in_texts_of_failures() {
    String position = SITE.failed("shown");

    DeadLetterDetail found = api.find(COUNTS, position);

    assertThat(found.letter().subscription()).isEqualTo("counts/1");
    assertThat(found.letter().state()).isEqualTo(DeadLetterState.PARKED);
    assertThat(found.letter().failure())
        .isEqualTo(new DeadLetterView.FailureView("", "java.lang.IllegalArgumentException", null));
    assertThat(found.stack()).isNull();
    assertThat(found.history())
        .singleElement()
        .satisfies(
            action -> {
              assertThat(action.step()).isEqualTo(DeadLetterStep.PARK);
              assertThat(action.reason()).isEqualTo("java.lang.IllegalArgumentException");
            });
    assertThat(SITE.json(found))
        .contains("\"payload\":{\"name\":\"shown\",\"owner\":\"***\",\"by\":-1}")
        .doesNotContain("Lovelace");
    assertThat(SITE.json(api.list(query("counts/1", "count/shown"), Site.all())))
        .contains("\"sequence\":\"count/shown\"")
        .doesNotContain("Lovelace");
  }

  @Test
  void one_that_is_masked_cannot_be_edited() {
    String position = SITE.failed("masked");

    refused(
        "ORX-7023",
        Kind.FORBIDDEN,
        () -> api.edit(COUNTS, position, new LetterEdit(Map.of("by", 1), "slip")));
    assertThat(api.find(COUNTS, position).letter().edited()).isFalse();
  }

  @Test
  void one_is_tried_again_by_its_subscription() {
    String position = SITE.failed("retried");

    api.retry(COUNTS, position, null);

    await().until(() -> api.find(COUNTS, position).letter().attempts() == 2);
    assertThat(api.find(COUNTS, position).history())
        .extracting(DeadLetterDetail.ActionView::step)
        .containsExactly(DeadLetterStep.PARK, DeadLetterStep.RETRY, DeadLetterStep.FAIL_AGAIN);
  }

  @Test
  void one_is_discarded_with_a_reason_and_those_behind_it_go_on() {
    String position = SITE.failed("discarded");
    String behind = SITE.failed("discarded");
    refused("ORX-7022", Kind.INVALID, () -> api.discard(COUNTS, position, new Reason(null)));
    assertThat(state(COUNTS, position)).isEqualTo(DeadLetterState.PARKED);

    DeadLetterView discarded = api.discard(COUNTS, position, WHY);

    assertThat(discarded.state()).isEqualTo(DeadLetterState.DISCARDED);
    assertThat(api.find(COUNTS, position).history().get(1).reason()).isEqualTo("ticket 4711");
    await().until(() -> state(COUNTS, behind) == DeadLetterState.PARKED);
    refused("ORX-3303", Kind.REFUSED, () -> api.retry(COUNTS, position, null));
  }

  @Test
  void exactly_those_that_were_seen_are_tried_again_each_by_itself() {
    park("bulk", 1, "a");
    park("bulk", 2, "a");
    park("bulk", 3, "b");
    park("bulk", 4, "c");
    LettersRetry wanted =
        new LettersRetry(
            List.of(
                new LetterKey("bulk", 2),
                new LetterKey("bulk", 3),
                new LetterKey("bulk", 1),
                new LetterKey("bulk", 3),
                new LetterKey("bulk", 99)),
            "all of them");

    RetryReport report = api.retryAll(wanted);

    assertThat(report.accepted()).isEqualTo(2);
    assertThat(report.refused()).isEqualTo(2);
    assertThat(report.items()).extracting(RetriedLetter::position).containsExactly(2L, 3L, 1L, 99L);
    assertThat(report.items())
        .extracting(RetriedLetter::code)
        .containsExactly("ORX-3302", null, null, "ORX-3301");
    assertThat(report.items().get(0).detail()).contains("come").doesNotContain("ORX-");
    assertThat(LongStream.rangeClosed(1, 4).mapToObj(i -> state("bulk", Long.toString(i))).toList())
        .containsExactly(
            DeadLetterState.RETRYING,
            DeadLetterState.PARKED,
            DeadLetterState.RETRYING,
            DeadLetterState.PARKED);
  }

  @Test
  void a_sequence_is_tried_again_from_its_first_letter() {
    park("sequence", 1, "a/1");
    park("sequence", 2, "a/1");

    DeadLetterView first = api.retrySequence("sequence", new SequenceRetry("a/1", null));

    assertThat(first.position()).isEqualTo(1);
    assertThat(first.state()).isEqualTo(DeadLetterState.RETRYING);
    assertThat(state("sequence", "2")).isEqualTo(DeadLetterState.PARKED);
    refused(
        "ORX-3307",
        Kind.NOT_FOUND,
        () -> api.retrySequence("sequence", new SequenceRetry("none", null)));
    refused("ORX-7021", Kind.INVALID, () -> api.retrySequence("sequence", null));
  }

  @Test
  void pages_lead_to_the_end_whatever_the_names_are() {
    String name = "odd/~ä".repeat(40) + "日本";
    for (long i = 1; i <= 7; i++) {
      park(name, i * 1_000_000_007L, "s" + i);
    }

    assertThat(Site.pages(2, paging -> api.list(query(name, null), paging)))
        .extracting(DeadLetterView::position)
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, 7).mapToObj(i -> i * 1_000_000_007L).toList());
    assertThat(Site.pages(1, paging -> api.list(query(null, null), paging)))
        .doesNotHaveDuplicates()
        .filteredOn(letter -> letter.subscription().equals(name))
        .hasSize(7);
    assertThat(state(PathText.escaped(name), "1000000007")).isEqualTo(DeadLetterState.PARKED);
  }

  @Test
  void filters_and_counts_agree() {
    park("counted", 1, "a");
    park("counted", 2, "a");
    park("counted", 3, "b");
    api.discard("counted", "3", WHY);

    LetterQuery first = query("counted", null, "parked", "waiting");
    first.firstOnly = "true";
    first.failure = "java.lang.IllegalStateException";
    assertThat(api.list(first, Site.all()).items())
        .extracting(DeadLetterView::position)
        .containsExactly(1L);
    assertThat(api.list(query("counted", null, "discarded"), Site.all()).items()).hasSize(1);
    assertThat(api.counts().items())
        .filteredOn(count -> count.subscription().equals("counted"))
        .filteredOn(count -> count.state() == DeadLetterState.PARKED)
        .singleElement()
        .satisfies(
            count -> {
              assertThat(count.letters()).isEqualTo(2);
              assertThat(count.failureClass()).isEqualTo("java.lang.IllegalStateException");
            });
  }

  @Test
  void what_is_unknown_or_not_valid_is_said() {
    refused("ORX-3301", Kind.NOT_FOUND, () -> api.find("unknown", "1"));
    refused("ORX-3301", Kind.NOT_FOUND, () -> api.discard("unknown", "1", WHY));
    refused("ORX-7015", Kind.INVALID, () -> api.find("x".repeat(256), "1"));
    refused("ORX-7015", Kind.INVALID, () -> api.find("unknown", "0"));
    refused("ORX-7015", Kind.INVALID, () -> api.find("unknown", "99999999999999999999"));
    refused("ORX-7015", Kind.INVALID, () -> api.list(query(null, null, "dead"), Site.all()));
    LetterQuery query = query(null, null);
    query.firstOnly = "yes";
    refused("ORX-7015", Kind.INVALID, () -> api.list(query, Site.all()));
    for (String after :
        List.of(Cursor.of("a", "b"), Cursor.of("a", "-1"), "a", Cursor.of("x".repeat(256), "1"))) {
      refused(
          "ORX-7015", Kind.INVALID, () -> api.list(query(null, null), Site.paging(after, null)));
    }
    for (LettersRetry wanted :
        List.of(
            new LettersRetry(null, null),
            new LettersRetry(List.of(), null),
            new LettersRetry(List.of(new LetterKey(null, 1)), null),
            new LettersRetry(List.of(new LetterKey("", 1)), null),
            new LettersRetry(List.of(new LetterKey("a\0", 1)), null),
            new LettersRetry(List.of(new LetterKey("a", 0)), null),
            new LettersRetry(
                LongStream.rangeClosed(1, 501).mapToObj(i -> new LetterKey("a", i)).toList(),
                null))) {
      refused("ORX-7021", Kind.INVALID, () -> api.retryAll(wanted));
    }
  }
}
