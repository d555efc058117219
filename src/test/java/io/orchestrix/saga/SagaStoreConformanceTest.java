package io.orchestrix.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.orchestrix.eventstore.jpa.StorePersistence;
import io.orchestrix.unitofwork.jpa.Jdbc;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What every store of instances has to show. */
@ParameterizedClass
@EnumSource
class SagaStoreConformanceTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");
  private static final Map<Kept.Kind, Kept> OPEN = new EnumMap<>(Kept.Kind.class);

  private final String saga = "s" + UUID.randomUUID();
  private final Kept kept;
  private final SagaStore store;

  SagaStoreConformanceTest(Kept.Kind kind) {
    kept = OPEN.computeIfAbsent(kind, k -> k.open(Orders.EVENTS));
    store = kept.instances();
  }

  @AfterAll
  static void close() {
    OPEN.values().forEach(Kept::close);
    OPEN.clear();
  }

  private SagaId id(String key) {
    return new SagaId(saga, key);
  }

  private SagaRow row(String key, SagaStatus status, @Nullable String reason) {
    return new SagaRow(id(key), 1, status, reason, NOW, NOW.plusSeconds(1));
  }

  private SagaRow saved(String key, SagaStatus status) {
    SagaRow row = row(key, status, null);
    store.save(List.of(row));
    return row;
  }

  private void rollBack(Runnable work) {
    assertThatThrownBy(
            () ->
                kept.unitOfWork()
                    .run(
                        () -> {
                          work.run();
                          throw new IllegalStateException("undo");
                        }))
        .hasMessage("undo");
  }

  @Test
  void keeps_what_it_is_told() {
    SagaRow full =
        new SagaRow(id("ä ☃/%"), 7, SagaStatus.COMPENSATING, "why ☃", NOW, NOW.plusNanos(1_000));
    SagaRow bare = row("b", SagaStatus.ACTIVE, null);

    store.save(List.of(full, bare));

    assertThat(store.find(saga, List.of("ä ☃/%", "b", "none")))
        .containsExactlyInAnyOrder(full, bare);
    assertThat(store.find(saga, List.of())).isEmpty();
    assertThat(store.find("other", List.of("b"))).isEmpty();
  }

  @Test
  void a_row_replaces_the_one_before() {
    saved("a", SagaStatus.ACTIVE);
    SagaRow later = row("a", SagaStatus.QUARANTINED, "bad");

    store.save(List.of(later));

    assertThat(store.find(saga, List.of("a"))).containsExactly(later);
  }

  @Test
  void very_many_are_found_at_once() {
    saved("k39999", SagaStatus.ACTIVE);

    assertThat(store.find(saga, IntStream.range(0, 40_000).mapToObj(i -> "k" + i).toList()))
        .hasSize(1);
  }

  @Test
  void pages_follow_the_order_of_ids() {
    SagaRow b = saved("b", SagaStatus.ACTIVE);
    SagaRow upper = saved("Z", SagaStatus.QUARANTINED);
    SagaRow a = saved("a", SagaStatus.ACTIVE);
    SagaRow umlaut = saved("ä", SagaStatus.ACTIVE);
    SagaQuery all = new SagaQuery(saga, null);

    assertThat(store.page(all, null, 3)).containsExactly(upper, a, b);
    assertThat(store.page(all, id("b"), 3)).containsExactly(umlaut);
    assertThat(store.page(new SagaQuery(saga, SagaStatus.ACTIVE), id("Z"), 2))
        .containsExactly(a, b);
    assertThat(store.page(SagaQuery.ALL, null, 1_000)).contains(a, b, upper, umlaut);
    assertThat(store.page(new SagaQuery(null, SagaStatus.QUARANTINED), null, 1_000))
        .contains(upper)
        .doesNotContain(a);
  }

  @Test
  void a_part_of_the_key_is_looked_for_as_it_is_written() {
    SagaRow upper = saved("ORD-1", SagaStatus.ACTIVE);
    saved("ord-1", SagaStatus.ACTIVE);
    SagaRow ended = saved("x%ORD-1", SagaStatus.COMPLETED);
    SagaQuery all = new SagaQuery(saga, null);

    assertThat(store.page(all.text("ORD"), null, 9)).containsExactly(upper, ended);
    assertThat(store.page(all.text("%"), null, 9)).containsExactly(ended);
    assertThat(store.page(all.text("ORD"), id("ORD-1"), 9)).containsExactly(ended);
    assertThat(store.page(new SagaQuery(saga, SagaStatus.ACTIVE, "ORD"), null, 9))
        .containsExactly(upper);
  }

  @Test
  void instances_are_counted_by_saga_version_and_status() {
    saved("a", SagaStatus.ACTIVE);
    saved("b", SagaStatus.ACTIVE);
    saved("c", SagaStatus.COMPLETED);

    assertThat(store.counts())
        .filteredOn(count -> count.saga().equals(saga))
        .containsExactly(
            new SagaCount(saga, 1, SagaStatus.ACTIVE, 2),
            new SagaCount(saga, 1, SagaStatus.COMPLETED, 1));
  }

  @Test
  void those_that_have_not_ended_are_counted_alone() {
    saved("a", SagaStatus.ACTIVE);
    saved("b", SagaStatus.COMPENSATING);
    saved("c", SagaStatus.QUARANTINED);
    saved("d", SagaStatus.COMPLETED);
    saved("e", SagaStatus.COMPENSATED);

    assertThat(store.openCounts())
        .filteredOn(count -> count.saga().equals(saga))
        .extracting(SagaCount::status)
        .containsExactly(SagaStatus.ACTIVE, SagaStatus.COMPENSATING, SagaStatus.QUARANTINED);
  }

  private static final CorrelationKey PAYMENT = new CorrelationKey("payment", "P-1");
  private static final CorrelationKey PARCEL = new CorrelationKey("parcel", "P-1");

  @Test
  void instances_are_found_by_their_keys() {
    store.correlate(id("b"), List.of(PAYMENT));
    store.correlate(id("a"), List.of(PAYMENT, PARCEL));
    store.correlate(id("a"), List.of(PAYMENT));

    assertThat(store.lookup(saga, PAYMENT)).containsExactly("a", "b");
    assertThat(store.lookup(saga, PARCEL)).containsExactly("a");
    assertThat(store.lookup(saga, new CorrelationKey("x", "y"))).isEmpty();
    assertThat(store.lookup("other", PAYMENT)).isEmpty();
  }

  @Test
  void what_has_no_keys_any_more_is_not_found_by_them() {
    store.correlate(id("a"), List.of(PAYMENT, PARCEL));
    store.correlate(id("b"), List.of(PAYMENT));

    store.forgetKeys(id("a"));

    assertThat(store.lookup(saga, PAYMENT)).containsExactly("b");
    assertThat(store.lookup(saga, PARCEL)).isEmpty();
  }

  @Test
  void versions_are_registered_until_they_are_retired() {
    store.register(saga, 1);
    store.register(saga, 2);
    store.register(saga, 2);
    assertThat(store.versions(saga)).containsExactlyInAnyOrder(1, 2);

    store.retire(saga, 1);

    assertThat(store.versions(saga)).containsExactly(2);
    assertThat(store.versions("other")).isEmpty();
  }

  @Test
  void two_nodes_register_a_version_at_once() {
    assumeThat(kept.container()).as("several nodes are on PostgreSQL").isNotNull();
    assumeThat(kept.unitOfWork().get(() -> Jdbc.isPostgres(entities()))).isTrue();
    CompletableFuture<Void> other = new CompletableFuture<>();

    kept.unitOfWork()
        .run(
            () -> {
              store.register(saga, 1);
              other.completeAsync(
                  () -> {
                    store.register(saga, 1);
                    return null;
                  });
              await().until(() -> isWaiting() || other.isDone());
            });

    assertThat(other).succeedsWithin(Duration.ofSeconds(10));
    assertThat(store.versions(saga)).containsExactly(1);
  }

  private EntityManager entities() {
    return Objects.requireNonNull(kept.container()).get(StorePersistence.class).entities();
  }

  private boolean isWaiting() {
    return Objects.requireNonNull(kept.container())
            .dataSource()
            .number("select count(*) from pg_locks where not granted")
        > 0;
  }

  @Test
  void whatever_a_unit_of_work_has_done_is_undone_with_it() {
    SagaRow before = saved("a", SagaStatus.ACTIVE);
    store.correlate(id("a"), List.of(PAYMENT));

    rollBack(
        () -> {
          store.save(
              List.of(row("a", SagaStatus.COMPLETED, null), row("b", SagaStatus.ACTIVE, "")));
          store.correlate(id("b"), List.of(PAYMENT));
          store.forgetKeys(id("a"));
          store.register(saga, 3);
        });

    assertThat(store.find(saga, List.of("a", "b"))).containsExactly(before);
    assertThat(store.lookup(saga, PAYMENT)).containsExactly("a");
    assertThat(store.versions(saga)).isEmpty();
  }
}
