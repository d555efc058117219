package io.orchestrix.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.config.Settings;
import io.orchestrix.harness.Container;
import io.orchestrix.harness.Database;
import io.orchestrix.unitofwork.UnitOfWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What only a real PostgreSQL can show of the audit log. */
class AuditOnPostgresTest {

  private static final int WRITERS = 8;
  private static final int EACH = Integer.getInteger("audit.entries", 250);
  private static final long SEED = Long.getLong("audit.seed", System.nanoTime());

  private final Container container = Container.start(Database.POSTGRES.open());
  private final AuditStore store = container.get(AuditStore.class);
  private final AuditLog log = container.get(AuditLog.class);
  private final UnitOfWork unitOfWork = container.get(UnitOfWork.class);
  private final String schema = container.get(Settings.class).databaseSchema();
  private final Entries entries = new Entries();

  @AfterEach
  void stop() {
    container.close();
  }

  private AuditEntry write() {
    AuditEntry entry = entries.full("ada");
    unitOfWork.run(() -> store.append(entry));
    return entry;
  }

  private void execute(String... statements) throws SQLException {
    try (Connection connection = container.dataSource().get().getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (String sql : statements) {
        statement.execute(sql.formatted("\"" + schema + "\".orx_audit"));
      }
      connection.commit();
    }
  }

  @Test
  void nobody_changes_or_removes_an_entry() {
    AuditEntry entry = write();

    for (String change :
        List.of(
            "update %s set actor = 'bob'",
            "update %s set actor = 'bob' where false",
            "delete from %s",
            "truncate %s",
            "insert into %1$s select * from %1$s on conflict (id) do update set actor = 'bob'")) {
      assertThatThrownBy(() -> execute(change))
          .as(change)
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("The audit log only grows");
    }
    assertThat(log.find(entry.id())).contains(entry);
  }

  @Test
  void who_may_maintain_the_table_takes_old_entries_away_on_purpose() throws SQLException {
    AuditEntry entry = write();

    execute(
        "alter table %s disable trigger orx_audit_only_grows",
        "delete from %s where id = '" + entry.id() + "'",
        "alter table %s enable trigger orx_audit_only_grows");

    assertThat(log.find(entry.id())).isEmpty();
    nobody_changes_or_removes_an_entry();
  }

  @Test
  void who_follows_skips_none_while_many_write_and_roll_back() throws Exception {
    Set<UUID> committed = ConcurrentHashMap.newKeySet();
    long begin = end();
    List<CompletableFuture<Void>> writers = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      Random random = new Random(SEED + i);
      Entries own = new Entries();
      writers.add(CompletableFuture.runAsync(() -> write(own, random, committed)));
    }
    CompletableFuture<Void> all =
        CompletableFuture.allOf(writers.toArray(CompletableFuture[]::new));
    List<UUID> seen = new ArrayList<>();
    long last = begin;
    boolean isOver;
    do {
      isOver = all.isDone();
      AuditTail tail = log.tail(last, 50);
      tail.entries().forEach(entry -> seen.add(entry.id()));
      isOver = isOver && tail.entries().isEmpty();
      last = tail.last();
    } while (!isOver);
    all.get(60, TimeUnit.SECONDS);

    assertThat(seen).as("seed %d", SEED).doesNotHaveDuplicates();
    assertThat(committed).hasSizeGreaterThan(WRITERS * EACH / 2);
    assertThat(Set.copyOf(seen)).as("seed %d", SEED).isEqualTo(committed);
  }

  private void write(Entries own, Random random, Set<UUID> committed) {
    for (int i = 0; i < EACH; i++) {
      List<UUID> written = new ArrayList<>();
      try {
        unitOfWork.run(
            () -> {
              for (int j = random.nextInt(3); j >= 0; j--) {
                AuditEntry entry = own.full("ada");
                store.append(entry);
                written.add(entry.id());
              }
              LockSupport.parkNanos(random.nextInt(3_000_000));
              if (random.nextInt(5) == 0) {
                throw new IllegalStateException("undo");
              }
            });
        committed.addAll(written);
      } catch (IllegalStateException e) {
        assertThat(e).hasMessage("undo");
      }
    }
  }

  private long end() {
    long last = -1;
    AuditTail tail = log.tail(0, AuditLog.MOST);
    while (tail.last() > last) {
      last = tail.last();
      tail = log.tail(last, AuditLog.MOST);
    }
    return last;
  }

  @Test
  void in_a_stricter_transaction_nobody_can_follow() {
    assertThatThrownBy(
            () ->
                unitOfWork.run(
                    () -> {
                      container
                          .entities()
                          .createNativeQuery("set transaction isolation level repeatable read")
                          .executeUpdate();
                      log.tail(0, 10);
                    }))
        .isInstanceOf(AuditException.class)
        .hasMessageStartingWith("ORX-6202");
  }
}
