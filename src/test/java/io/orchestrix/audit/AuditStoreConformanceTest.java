package io.orchestrix.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.audit.AuditEntry.Kind;
import io.orchestrix.audit.AuditEntry.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What every store of the audit log has to show. */
@ParameterizedClass
@EnumSource
class AuditStoreConformanceTest {

  private static final Map<Kept.Kind, Kept> OPEN = new EnumMap<>(Kept.Kind.class);

  private final String ada = "ada-" + UUID.randomUUID();
  private final AuditFilter hers = AuditFilter.ALL.actor(ada);
  private final Entries entries = new Entries();
  private final Kept kept;
  private final AuditLog log;

  AuditStoreConformanceTest(Kept.Kind kind) {
    kept = OPEN.computeIfAbsent(kind, Kept.Kind::open);
    log = new AuditLog(kept.store(), kept.unitOfWork());
  }

  @AfterAll
  static void close() {
    OPEN.values().forEach(Kept::close);
    OPEN.clear();
  }

  private AuditEntry write(AuditEntry entry) {
    kept.unitOfWork().run(() -> kept.store().append(entry));
    return entry;
  }

  private List<AuditEntry> write(int many) {
    return IntStream.range(0, many).mapToObj(i -> write(entries.full(ada))).toList();
  }

  private static List<AuditEntry> newestFirst(List<AuditEntry> written) {
    List<AuditEntry> turned = new ArrayList<>(written);
    Collections.reverse(turned);
    return turned;
  }

  private long end() {
    long last = 0;
    AuditTail tail = log.tail(last, AuditLog.MOST);
    while (!tail.entries().isEmpty()) {
      last = tail.last();
      tail = log.tail(last, AuditLog.MOST);
    }
    return last;
  }

  @Test
  void keeps_what_it_is_told() {
    AuditEntry full = write(entries.full(ada));
    AuditEntry bare =
        write(entries.of(ada, Kind.ACTION, "saga.retry", "", Outcome.REFUSED, UUID.randomUUID()));

    assertThat(log.find(full.id())).contains(full);
    assertThat(log.find(bare.id())).contains(bare);
    assertThat(log.find(UUID.randomUUID())).isEmpty();
  }

  @Test
  void a_text_is_cut_so_that_it_is_kept_and_found() {
    String longest = "\0ä".repeat(600);
    AuditEntry entry =
        write(
            entries.of(longest, Kind.ACTION, longest, longest, Outcome.FAILED, UUID.randomUUID()));

    assertThat(log.find(entry.id())).contains(entry);
    assertThat(entry.actor()).isEqualTo("ä".repeat(255));
    assertThat(entry.target()).isEqualTo("ä".repeat(512));
    assertThat(log.page(AuditFilter.ALL.actor(longest).target(longest), null, 1))
        .containsExactly(entry);
  }

  @Test
  void pages_go_from_the_newest_to_the_oldest_and_have_each_once() {
    List<AuditEntry> written = write(7);

    List<AuditEntry> read = new ArrayList<>();
    List<AuditEntry> page = log.page(hers, null, 3);
    while (!page.isEmpty()) {
      read.addAll(page);
      page = log.page(hers, page.get(page.size() - 1).id(), 3);
    }

    assertThat(read).isEqualTo(newestFirst(written));
  }

  @Test
  void what_is_committed_late_moves_no_page() {
    List<AuditEntry> written = write(2);
    AuditEntry late = entries.full(ada);
    AuditEntry newest = write(entries.full(ada));

    List<AuditEntry> first = log.page(hers, null, 2);
    write(late);

    assertThat(first).containsExactly(newest, written.get(1));
    assertThat(log.page(hers, first.get(1).id(), 2)).containsExactly(written.get(0));
  }

  @Test
  void each_filter_finds_what_it_names() {
    UUID talk = UUID.randomUUID();
    AuditEntry sent =
        write(entries.of(ada, Kind.COMMAND, "Open", "A", Outcome.SUCCEEDED, UUID.randomUUID()));
    AuditEntry refused = write(entries.of(ada, Kind.COMMAND, "Close", "B", Outcome.REFUSED, talk));
    AuditEntry acted =
        write(entries.of(ada, Kind.ACTION, "saga.skip", "A", Outcome.SUCCEEDED, UUID.randomUUID()));
    AuditEntry others =
        write(entries.of("x" + ada, Kind.COMMAND, "Open", "A", Outcome.FAILED, talk));

    assertThat(log.page(hers.what("Close"), null, 9)).containsExactly(refused);
    assertThat(log.page(hers.target("A"), null, 9)).containsExactly(acted, sent);
    assertThat(log.page(hers.kind(Kind.ACTION), null, 9)).containsExactly(acted);
    assertThat(log.page(hers.kind(Kind.COMMAND), null, 9)).containsExactly(refused, sent);
    assertThat(log.page(hers.outcome(Outcome.REFUSED), null, 9)).containsExactly(refused);
    assertThat(log.page(hers.outcome(Outcome.SUCCEEDED), null, 9)).containsExactly(acted, sent);
    assertThat(log.page(AuditFilter.ALL.correlationId(talk), null, 9))
        .containsExactly(others, refused);
    assertThat(log.page(hers.target("A").kind(Kind.COMMAND).what("Open"), null, 9))
        .containsExactly(sent);
    assertThat(log.page(hers.what("open"), null, 9)).isEmpty();
  }

  @Test
  void a_time_is_a_bound_to_the_microsecond() {
    List<AuditEntry> written = write(3);
    Instant second = written.get(1).time();

    assertThat(log.page(hers.from(second), null, 9))
        .containsExactly(written.get(2), written.get(1));
    assertThat(log.page(hers.from(second.plusNanos(1_000)), null, 9))
        .containsExactly(written.get(2));
    assertThat(log.page(hers.until(second), null, 9)).containsExactly(written.get(0));
    assertThat(log.page(hers.until(second.plusNanos(1_000)), null, 9))
        .containsExactly(written.get(1), written.get(0));
    assertThat(log.page(hers.from(Instant.MIN).until(Instant.MAX), null, 9)).hasSize(3);
  }

  @Test
  void what_is_rolled_back_was_never_there() {
    AuditEntry undone = entries.full(ada);
    long end = end();

    assertThatThrownBy(
            () ->
                kept.unitOfWork()
                    .run(
                        () -> {
                          kept.store().append(undone);
                          throw new IllegalStateException("undo");
                        }))
        .hasMessage("undo");

    assertThat(log.find(undone.id())).isEmpty();
    assertThat(log.page(hers, null, 9)).isEmpty();
    AuditEntry next = write(entries.full(ada));
    assertThat(log.tail(end, 9).entries()).containsExactly(next);
  }

  @Test
  void who_follows_sees_each_once_in_one_order() {
    long end = end();
    List<AuditEntry> written = write(5);

    AuditTail first = log.tail(end, 3);
    AuditTail second = log.tail(first.last(), 3);

    assertThat(first.entries()).isEqualTo(written.subList(0, 3));
    assertThat(second.entries()).isEqualTo(written.subList(3, 5));
    assertThat(log.tail(second.last(), 3)).isEqualTo(new AuditTail(List.of(), second.last()));
  }

  @Test
  void who_follows_does_not_pass_one_that_is_committed_late() throws Exception {
    long end = end();
    CountDownLatch mayCommit = new CountDownLatch(1);
    CountDownLatch isWritten = new CountDownLatch(1);
    AuditEntry late = entries.full(ada);
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(
            () ->
                kept.unitOfWork()
                    .run(
                        () -> {
                          kept.store().append(late);
                          isWritten.countDown();
                          await(mayCommit);
                        }));
    await(isWritten);
    AuditEntry early = write(entries.full(ada));

    AuditTail before = log.tail(end, 9);
    mayCommit.countDown();
    writer.get(10, TimeUnit.SECONDS);
    AuditTail after = log.tail(before.last(), 9);

    List<AuditEntry> seen = new ArrayList<>(before.entries());
    seen.addAll(after.entries());
    assertThat(seen).containsExactlyInAnyOrder(early, late);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void everything_joins_the_unit_of_work_of_the_thread() {
    Supplier<List<AuditEntry>> inside =
        () -> {
          kept.store().append(entries.full(ada));
          return CompletableFuture.supplyAsync(() -> log.page(hers, null, 9)).join();
        };

    assertThat(kept.unitOfWork().get(inside)).as("seen by others before the commit").isEmpty();
    assertThat(log.page(hers, null, 9)).hasSize(1);
  }

  @Test
  void nobody_gets_everything_at_once() {
    assertThatThrownBy(() -> log.page(hers, null, AuditLog.MOST + 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 to 1000");
    assertThatThrownBy(() -> log.tail(0, 0)).isInstanceOf(IllegalArgumentException.class);
  }
}
