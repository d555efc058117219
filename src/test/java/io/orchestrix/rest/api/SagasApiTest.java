package io.orchestrix.rest.api;

import static io.orchestrix.rest.api.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orchestrix.OrchestrixException.Kind;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.StreamRange;
import io.orchestrix.message.ActingCaller;
import io.orchestrix.saga.SagaCount;
import io.orchestrix.saga.SagaId;
import io.orchestrix.saga.SagaRow;
import io.orchestrix.saga.SagaStatus;
import io.orchestrix.saga.SagaStore;
import io.orchestrix.saga.StepStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SagasApiTest {

  private static final Reason WHY = new Reason("ticket 4711");
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  private static final Site SITE = Site.start("masked");

  private final SagasApi api = SITE.get(SagasApi.class);

  @AfterAll
  static void stop() {
    SITE.close();
  }

  private SagaView begin(String key) {
    return api.start("order", new SagaStart(key, input(key), null));
  }

  private static Map<String, Object> input(String id) {
    return Map.of("id", id, "card", "4000 0000 0000 0002");
  }

  private SagaView comesTo(SagaStatus status, String key) {
    await().until(() -> api.find("order", key).status() == status);
    return api.find("order", key);
  }

  private SagaView quarantined(String key) {
    Shop.BROKEN.add("ship " + key);
    begin(key);
    return comesTo(SagaStatus.QUARANTINED, key);
  }

  private static SagaFilter filter(
      @Nullable String name, @Nullable String status, @Nullable String text) {
    SagaFilter filter = new SagaFilter();
    filter.name = name;
    filter.status = status;
    filter.text = text;
    return filter;
  }

  private static void save(String saga, String key, SagaStatus status) {
    SITE.get(SagaStore.class)
        .save(List.of(new SagaRow(new SagaId(saga, key), 1, status, null, NOW, NOW)));
  }

  @Test
  void one_is_started_by_hand_and_shown_without_what_is_sensitive() {
    begin("O-1");

    SagaView done = comesTo(SagaStatus.COMPLETED, "O-1");

    assertThat(done.version()).isEqualTo(2);
    assertThat(done.plan()).containsExactly("reserve", "charge", "ship");
    assertThat(done.steps())
        .extracting(SagaView.StepView::status)
        .containsOnly(StepStatus.COMPLETED);
    assertThat(SITE.json(done))
        .contains("\"state\":{\"id\":\"O-1\",\"card\":\"***\"}")
        .doesNotContain("4000");
    assertThat(begin("O-1")).as("the same input again").isEqualTo(done);
    refused(
        "ORX-3711",
        Kind.CONFLICT,
        () -> api.start("order", new SagaStart("O-1", input("other"), null)));
  }

  @Test
  void a_key_is_made_where_none_is_given_and_may_hold_anything() {
    SagaView random = api.start("order", new SagaStart(null, input("r"), null));
    assertThat(random.key()).hasSize(36);

    assertThat(begin("a/b~c").key()).isEqualTo("a/b~c");
    assertThat(api.find("order", "a~1b~0c").key()).isEqualTo("a/b~c");
  }

  @Test
  void one_that_is_quarantined_tells_why_as_a_class_only() {
    SagaView stuck = quarantined("Q-1");

    assertThat(stuck.quarantined()).hasToString("step ship");
    assertThat(stuck.reason()).isEqualTo("java.lang.IllegalStateException");
    assertThat(api.list(filter("order", "quarantined", "Q-1"), Site.all()).items())
        .singleElement()
        .satisfies(row -> assertThat(row.reason()).isEqualTo("java.lang.IllegalStateException"));
    assertThat(api.counts().items())
        .filteredOn(count -> count.status() == SagaStatus.QUARANTINED)
        .filteredOn(count -> count.saga().equals("order"))
        .extracting(SagaCount::count)
        .containsExactly(
            (long) api.list(filter("order", "quarantined", null), Site.all()).items().size());
  }

  @Test
  void one_is_tried_again_and_the_journal_tells_all_of_it() throws Exception {
    quarantined("R-1");
    Shop.BROKEN.remove("ship R-1");

    SITE.get(ActingCaller.class)
        .callAs("ada", () -> api.operate("order", "R-1", "retry", new Reason(" it is back ")));

    comesTo(SagaStatus.COMPLETED, "R-1");
    List<SagaEntryView> journal = Site.pages(1, paging -> api.journal("order", "R-1", paging));
    assertThat(journal).isEqualTo(api.journal("order", "R-1", Site.all()).items());
    assertThat(journal)
        .extracting(SagaEntryView::what)
        .containsExactly(
            "Started",
            "StepCompleted",
            "StepCompleted",
            "Quarantined",
            "Operated",
            "StepCompleted",
            "Completed");
    assertThat(journal.get(1).commands()).containsExactly("Move");
    assertThat(journal.get(3).about()).isEqualTo("step ship");
    assertThat(journal.get(3).failure()).isEqualTo("java.lang.IllegalStateException");
    assertThat(journal.get(4))
        .satisfies(
            entry -> {
              assertThat(entry.about()).isEqualTo("RETRY step ship");
              assertThat(entry.by()).isEqualTo("ada");
              assertThat(entry.note()).isEqualTo("it is back");
            });
    assertThat(SITE.json(new Page<>(journal, null))).doesNotContain("4000").doesNotContain("4711");
  }

  @Test
  void its_journal_is_masked_among_all_events_as_well() {
    begin("J-1");
    SagaView done = comesTo(SagaStatus.COMPLETED, "J-1");

    EventView started =
        SITE
            .get(EventStore.class)
            .page(new SagaId("order", "J-1").journal(), StreamRange.ALL, 1)
            .stream()
            .map(SITE.get(EventViews.class)::of)
            .findFirst()
            .orElseThrow();

    assertThat(done.state()).isEqualTo(new Shop.Order("J-1", "4000 0000 0000 0002"));
    assertThat(started.payloads()).containsExactly("***");
  }

  @Test
  void what_gives_work_up_takes_a_reason() {
    quarantined("S-1");
    for (String action : List.of("mark-done", "skip", "compensate")) {
      refused("ORX-7022", Kind.INVALID, () -> api.operate("order", "S-1", action, null));
      refused("ORX-7022", Kind.INVALID, () -> api.operate("order", "S-1", action, new Reason("")));
    }
    assertThat(api.find("order", "S-1").status()).isEqualTo(SagaStatus.QUARANTINED);
    refused("ORX-3706", Kind.REFUSED, () -> api.operate("order", "S-1", "compensate", WHY));

    api.operate("order", "S-1", "mark-done", WHY);

    comesTo(SagaStatus.COMPLETED, "S-1");
    refused("ORX-3712", Kind.CONFLICT, () -> api.operate("order", "S-1", "skip", WHY));
  }

  @Test
  void work_is_left_out() {
    quarantined("L-1");

    api.operate("order", "L-1", "skip", WHY);

    assertThat(comesTo(SagaStatus.COMPLETED, "L-1").steps())
        .extracting(SagaView.StepView::status)
        .contains(StepStatus.SKIPPED);
  }

  @Test
  void pages_lead_to_the_end_whatever_the_keys_are() {
    List<String> keys = IntStream.range(0, 7).mapToObj(i -> "k/" + "ä~".repeat(98) + i).toList();
    keys.forEach(key -> save("paged", key, SagaStatus.ACTIVE));
    save("paged", "K/other", SagaStatus.ACTIVE);

    assertThat(Site.pages(3, paging -> api.list(filter("paged", "active", "k/"), paging)))
        .extracting(SagaRowView::key)
        .containsExactlyElementsOf(keys);
    assertThat(Site.pages(1, paging -> api.list(filter(null, null, null), paging)))
        .doesNotHaveDuplicates()
        .filteredOn(row -> row.saga().equals("paged"))
        .hasSize(8);
  }

  @Test
  void running_instances_that_cannot_go_on_are_found_page_by_page() {
    save("gone", "a", SagaStatus.ACTIVE);
    save("gone", "b", SagaStatus.COMPLETED);
    save("gone", "c", SagaStatus.QUARANTINED);

    assertThat(Site.pages(1, paging -> api.incompatible(filter("gone", null, null), paging)))
        .extracting(IncompatibleView::key)
        .containsExactly("a", "c");
    assertThat(api.incompatible(filter("gone", "active", null), Site.all()).items())
        .singleElement()
        .satisfies(found -> assertThat(found.problems().get(0)).contains("no saga 'gone'"));
  }

  @Test
  void a_version_is_retired_with_a_reason() {
    refused("ORX-7022", Kind.INVALID, () -> api.retire("order", "1", null));
    refused("ORX-3753", Kind.CONFLICT, () -> api.retire("order", "2", WHY));
    refused("ORX-3703", Kind.NOT_FOUND, () -> api.retire("unknown", "1", WHY));
    refused("ORX-7015", Kind.INVALID, () -> api.retire("order", "99999999999", WHY));
    SITE.get(SagaStore.class).register("order", 1);
    assertThat(SITE.get(SagaStore.class).versions("order")).containsExactly(1);

    api.retire("order", "1", WHY);

    assertThat(SITE.get(SagaStore.class).versions("order")).isEmpty();
  }

  @Test
  void what_is_unknown_or_not_valid_is_said() {
    refused("ORX-3704", Kind.NOT_FOUND, () -> api.find("order", "unknown"));
    refused("ORX-3704", Kind.NOT_FOUND, () -> api.find("unknown", "unknown"));
    refused("ORX-3704", Kind.NOT_FOUND, () -> api.journal("order", "unknown", Site.all()));
    refused("ORX-3704", Kind.NOT_FOUND, () -> api.operate("order", "unknown", "retry", null));
    refused("ORX-3703", Kind.NOT_FOUND, () -> api.operate("unknown", "unknown", "retry", null));
    refused("ORX-7015", Kind.INVALID, () -> api.list(filter(null, "stuck", null), Site.all()));
    refused("ORX-7015", Kind.INVALID, () -> api.journal("order", "x", Site.paging("x", null)));
    refused("ORX-7015", Kind.INVALID, () -> api.find("order", "a\0"));
    refused("ORX-3703", Kind.NOT_FOUND, () -> api.start("unknown", new SagaStart("k", 1, null)));
    refused("ORX-7021", Kind.INVALID, () -> api.start("order", null));
    refused("ORX-7021", Kind.INVALID, () -> api.start("order", new SagaStart("k", null, null)));
    refused("ORX-7021", Kind.INVALID, () -> api.start("order", new SagaStart("k", 1, null)));
    refused(
        "ORX-7021",
        Kind.INVALID,
        () -> api.start("order", new SagaStart("k", Map.of("id", "\ud800"), null)));
    assertThat(Objects.requireNonNull(api.list(filter(null, null, "a%"), Site.all())).items())
        .isEmpty();
  }

  @Test
  void a_key_that_no_stream_takes_is_refused() {
    refused("ORX-3003", Kind.INVALID, () -> begin("x".repeat(201)));
  }
}
