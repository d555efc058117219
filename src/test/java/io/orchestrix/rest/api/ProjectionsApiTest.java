package io.orchestrix.rest.api;

import static io.orchestrix.rest.api.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orchestrix.OrchestrixException.Kind;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.projection.Projection.Mode;
import io.orchestrix.projection.Projections;
import io.orchestrix.subscription.SubscriptionState;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ProjectionsApiTest {

  private static final Reason WHY = new Reason("looked at it");

  private static final Site SITE = Site.start("masked");

  private final ProjectionsApi api = SITE.get(ProjectionsApi.class);

  @AfterAll
  static void stop() {
    SITE.close();
  }

  private void settled(GlobalPosition position) {
    assertThat(SITE.get(Projections.class).await("counts", position, Duration.ofSeconds(20)))
        .isTrue();
  }

  private ProgressView progress() {
    return Objects.requireNonNull(api.find("counts").progress());
  }

  @Test
  void all_are_listed_with_how_far_they_are() {
    GlobalPosition last = SITE.count("listed", 3);
    settled(last);
    await().until(() -> progress().state() == SubscriptionState.LIVE);

    Page<ProjectionView> page = api.list();

    assertThat(page.next()).isNull();
    assertThat(page.items()).extracting(ProjectionView::name).containsExactly("counts", "direct");
    ProgressView counts = Objects.requireNonNull(page.items().get(0).progress());
    assertThat(counts.position()).isGreaterThanOrEqualTo(last.value());
    assertThat(counts.lag()).isZero();
    assertThat(counts.handled()).isPositive();
    assertThat(counts.segments())
        .isNotEmpty()
        .allSatisfy(segment -> assertThat(segment.node()).isNotBlank());
    assertThat(page.items().get(1))
        .isEqualTo(new ProjectionView("direct", Mode.INLINE, 1, null, null));
  }

  @Test
  void one_that_is_paused_handles_nothing_until_it_is_resumed() {
    ProgressView paused = Objects.requireNonNull(api.pause("counts", new Reason(null)).progress());
    GlobalPosition last = SITE.count("paused", 3);

    assertThat(paused.state()).isEqualTo(SubscriptionState.PAUSED);
    assertThat(progress().lag()).isPositive();
    assertThat(Shop.Counts.TOTALS).doesNotContainKey("1 paused");
    ProgressView resumed = Objects.requireNonNull(api.resume("counts", null).progress());

    assertThat(resumed.state()).isNotEqualTo(SubscriptionState.PAUSED);
    settled(last);
  }

  @Test
  void one_is_replayed_from_the_first_event_a_position_or_an_instant() {
    SITE.count("replayed", 3);
    GlobalPosition middle = SITE.count("replayed", 4);
    GlobalPosition last = SITE.count("replayed", 5);
    settled(last);
    int version = api.find("counts").version();
    String key = version + " replayed";

    api.replay("counts", null);
    settled(last);
    assertThat(Shop.Counts.TOTALS).containsEntry(key, 12);

    Shop.Counts.TOTALS.put(key, 1_000); // to be taken back
    api.replay("counts", new ReplayRequest(middle.value(), null, "slip"));
    settled(last);
    assertThat(Shop.Counts.TOTALS).containsEntry(key, 5);

    api.replay("counts", new ReplayRequest(null, Instant.EPOCH, null));
    settled(last);
    assertThat(Shop.Counts.TOTALS).containsEntry(key, 12);
  }

  @Test
  void a_version_is_built_beside_the_live_one_and_given_up_or_switched_to() {
    SITE.count("rebuilt", 3);
    int live = api.find("counts").version();

    ProjectionView building = api.rebuild("counts", WHY);
    ProjectionView.RebuildView rebuild = Objects.requireNonNull(building.rebuild());
    assertThat(rebuild.version()).isGreaterThan(live);
    assertThat(rebuild.switching()).isFalse();
    refused("ORX-3425", Kind.REFUSED, () -> api.rebuild("counts", WHY));
    refused("ORX-3428", Kind.REFUSED, () -> api.replay("counts", null));
    refused("ORX-7022", Kind.INVALID, () -> api.giveUp("counts", new Reason("  ")));
    refused("ORX-7022", Kind.INVALID, () -> api.giveUp("counts", null));
    assertThat(api.giveUp("counts", WHY).rebuild()).isNull();
    refused("ORX-3426", Kind.REFUSED, () -> api.switchOver("counts", WHY));

    int next =
        await()
            .ignoreExceptionsMatching(e -> String.valueOf(e.getMessage()).startsWith("ORX-3425"))
            .until(
                () -> Objects.requireNonNull(api.rebuild("counts", WHY).rebuild()).version(),
                version -> version > rebuild.version());
    api.switchOver("counts", WHY);

    await().until(() -> api.find("counts").version() == next);
    assertThat(Shop.Counts.TOTALS).containsEntry(next + " rebuilt", 3);
  }

  @Test
  void what_is_unknown_or_not_valid_is_said() {
    refused("ORX-3420", Kind.NOT_FOUND, () -> api.find("unknown"));
    refused("ORX-3420", Kind.NOT_FOUND, () -> api.pause("unknown", null));
    refused("ORX-3423", Kind.REFUSED, () -> api.pause("direct", null));
    refused("ORX-7015", Kind.INVALID, () -> api.find("x".repeat(256)));
    refused(
        "ORX-7021",
        Kind.INVALID,
        () -> api.replay("counts", new ReplayRequest(1L, Instant.EPOCH, null)));
    refused(
        "ORX-7021", Kind.INVALID, () -> api.replay("counts", new ReplayRequest(-1L, null, null)));
    refused(
        "ORX-7021",
        Kind.INVALID,
        () -> api.replay("counts", new ReplayRequest(null, Instant.MAX, null)));
    refused("ORX-7022", Kind.INVALID, () -> api.pause("counts", new Reason("x".repeat(1_001))));
  }
}
