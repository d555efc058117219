package io.orchestrix.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.eventstore.StreamId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HistoryCacheTest {

  private final HistoryCache cache = new HistoryCache(10);

  private static StreamId stream(String id) {
    return new StreamId("ship", id);
  }

  private static History of(int weight) {
    return History.NONE.plus(
        Collections.nCopies(weight - 1, new Past.Shared(List.of())), UUID.randomUUID());
  }

  @Test
  void what_is_used_often_outlives_what_is_used_once() {
    cache.put(stream("often"), of(4));
    for (int i = 0; i < 50; i++) {
      cache.get(stream("often"));
      cache.put(stream("once-" + i), of(4));
    }

    assertThat(cache.weight()).isPositive().isLessThanOrEqualTo(10);
    assertThat(cache.get(stream("often"))).isNotNull();
  }

  @Test
  void what_is_too_long_is_not_kept_and_drives_nothing_out_but_its_own() {
    cache.put(stream("a"), of(4));
    cache.put(stream("b"), of(4));

    cache.put(stream("b"), of(11));

    assertThat(cache.get(stream("a"))).isNotNull();
    assertThat(cache.get(stream("b"))).isNull();
    assertThat(cache.weight()).isEqualTo(4);
  }

  @Test
  void one_that_grows_takes_the_place_of_what_it_was() {
    cache.put(stream("a"), of(3));
    cache.put(stream("a"), of(5));
    assertThat(cache.weight()).isEqualTo(5);

    cache.forget(stream("a"));
    cache.forget(stream("a"));
    assertThat(cache.weight()).isZero();
  }

  @Test
  void a_state_weighs_by_its_length() {
    Snapshot large =
        new Snapshot(stream("a"), 5, UUID.randomUUID(), "", "x".repeat(256 * 20), Instant.EPOCH);

    cache.put(stream("a"), History.of(large));

    assertThat(cache.weight()).isZero();
  }

  @Test
  void with_no_room_nothing_is_kept() {
    HistoryCache none = new HistoryCache(0);
    none.put(stream("a"), History.NONE);

    assertThat(none.holds(0)).isFalse();
    assertThat(none.get(stream("a"))).isNull();
  }
}
