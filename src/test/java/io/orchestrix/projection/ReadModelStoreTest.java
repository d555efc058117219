package io.orchestrix.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.harness.Container;
import io.orchestrix.harness.Database;
import io.orchestrix.projection.Projection.Mode;
import io.orchestrix.projection.inmemory.InMemoryReadModelStore;
import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.inmemory.InMemoryUnitOfWork;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What every store of versions of read models shows. */
@ParameterizedClass
@EnumSource
class ReadModelStoreTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Map<Kind, Container> OPEN = new EnumMap<>(Kind.class);

  enum Kind {
    IN_MEMORY,
    ON_H2,
    ON_POSTGRES
  }

  private final String name = "p" + UUID.randomUUID();
  private final UnitOfWork unitOfWork;
  private final ReadModelStore store;

  ReadModelStoreTest(Kind kind) {
    if (kind == Kind.IN_MEMORY) {
      unitOfWork = new InMemoryUnitOfWork();
      store = new InMemoryReadModelStore(unitOfWork);
    } else {
      Container container = OPEN.computeIfAbsent(kind, ReadModelStoreTest::open);
      unitOfWork = container.get(UnitOfWork.class);
      store = container.get(ReadModelStore.class);
    }
  }

  private static Container open(Kind kind) {
    Database database = kind == Kind.ON_H2 ? Database.H2 : Database.POSTGRES;
    String schema = "t" + UUID.randomUUID().toString().replace("-", "");
    return Container.startWith(Map.of("orchestrix.db-schema", schema), database.open());
  }

  @AfterAll
  static void close() {
    OPEN.values().forEach(Container::close);
    OPEN.clear();
  }

  private ReadModelState added() {
    store.add(ReadModelState.first(name, Mode.ASYNC, NOW));
    return find();
  }

  private ReadModelState find() {
    return store.find(name).orElseThrow();
  }

  @Test
  void keeps_what_it_is_told() {
    ReadModelState first = added();
    store.add(ReadModelState.first(name, Mode.INLINE, NOW.plusSeconds(1)));
    assertThat(find()).isEqualTo(ReadModelState.first(name, Mode.ASYNC, NOW));

    ReadModelState building = first.building(NOW.plusSeconds(1));
    assertThat(store.change(first, building)).isTrue();
    assertThat(find()).isEqualTo(building);
    assertThat(store.all()).contains(building);

    ReadModelState held = building.switching().held(true, NOW.plusSeconds(2));
    assertThat(store.change(building, held)).isTrue();
    ReadModelState switched = held.switched(2, NOW.plusSeconds(3));
    assertThat(store.change(held, switched)).isTrue();
    assertThat(find()).isEqualTo(switched);
  }

  @Test
  void who_comes_second_changes_nothing() {
    ReadModelState first = added();
    ReadModelState building = first.building(NOW);
    store.change(first, building);

    assertThat(store.change(first, first.building(NOW))).isFalse();

    assertThat(find()).isEqualTo(building);
  }

  @Test
  void who_has_not_seen_a_version_come_and_go_changes_nothing() {
    ReadModelState first = added();
    ReadModelState building = first.building(NOW);
    ReadModelState given = building.given(2, NOW);
    store.change(first, building);
    store.change(building, given);
    store.change(given, given.dropped(NOW));

    assertThat(store.change(first, first)).isFalse();

    assertThat(find().last()).isEqualTo(2);
  }

  @Test
  void a_change_is_undone_with_its_unit_of_work() {
    ReadModelState first = added();

    assertThat(CompletableFuture.runAsync(() -> unitOfWork.run(() -> fail(first))))
        .failsWithin(10, TimeUnit.SECONDS);

    assertThat(find()).isEqualTo(first);
    assertThat(store.change(first, first.building(NOW))).isTrue();
  }

  private void fail(ReadModelState first) {
    assertThat(store.change(first, first.building(NOW))).isTrue();
    throw new IllegalStateException("no");
  }

  @Test
  void nobody_changes_what_somebody_is_changing() throws Exception {
    ReadModelState first = added();
    CountDownLatch changed = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    CompletableFuture<Void> changing =
        CompletableFuture.runAsync(
            () ->
                unitOfWork.run(
                    () -> {
                      assertThat(store.change(first, first.building(NOW))).isTrue();
                      changed.countDown();
                      await(goOn);
                    }));
    assertThat(changed.await(10, TimeUnit.SECONDS)).isTrue();

    CompletableFuture<Boolean> other =
        CompletableFuture.supplyAsync(() -> store.change(first, first));
    goOn.countDown();
    changing.get(10, TimeUnit.SECONDS);

    assertThat(other.get(10, TimeUnit.SECONDS)).isFalse();
    assertThat(find().next()).isEqualTo(2);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
