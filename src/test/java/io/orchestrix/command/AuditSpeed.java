package io.orchestrix.command;

import io.orchestrix.aggregate.AggregateRepository;
import io.orchestrix.audit.AuditEntry.Kind;
import io.orchestrix.audit.AuditEntry.Outcome;
import io.orchestrix.audit.AuditFilter;
import io.orchestrix.audit.AuditLog;
import io.orchestrix.config.Settings;
import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.NewEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.harness.Container;
import io.orchestrix.harness.CrashingPostgres;
import io.orchestrix.message.Command;
import io.orchestrix.message.Event;
import io.orchestrix.message.EventType;
import io.orchestrix.message.MetadataFactory;
import io.orchestrix.message.Tag;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Measures the audit log on PostgreSQL; by hand: {@code -Dtest=AuditSpeed}. */
class AuditSpeed {

  private static final int THREADS = 4;
  private static final int COMMANDS = Integer.getInteger("audit.commands", 2_000);
  private static final int ROUNDS = Integer.getInteger("audit.rounds", 3);
  private static final int ENTRIES = Integer.getInteger("audit.entries", 1_000_000);

  record Increase(@TargetId String tally) implements Command {}

  record IncreaseWithEvent(@TargetId String tally) implements Command {}

  /** What the alternative would store: found by its tags. */
  @EventType("audited")
  record Noted(
      @Tag("actor") String actor,
      @Tag("what") String what,
      @Tag("target") String target,
      String origin)
      implements Event {}

  @ApplicationScoped
  static class Increaser {
    @Inject AggregateRepository<Tally> tallies;
    @Inject EventStore events;
    @Inject MetadataFactory metadata;

    long increase(@HandlesCommand Increase command) {
      return tallies.updateOrCreate(command.tally(), tally -> tally.add(1)).sum();
    }

    long increase(@HandlesCommand IncreaseWithEvent command) {
      StreamId stream = new StreamId("audit", UUID.randomUUID().toString());
      long sum = tallies.updateOrCreate(command.tally(), tally -> tally.add(1)).sum();
      events.append(
          stream,
          AppendCondition.noStream(),
          List.of(
              new NewEvent(
                  metadata.create("audited", stream.toString()),
                  new Noted("ada", "Increase", command.tally(), "203.0.113.7"))));
      return sum;
    }
  }

  @TempDir Path folder;

  @Test
  void what_it_costs_and_how_fast_it_is_found() throws Exception {
    try (CrashingPostgres postgres = CrashingPostgres.start(folder);
        Container none = start(postgres, "none");
        Container all = start(postgres, "all")) {
      for (int round = 0; round < ROUNDS; round++) {
        report("none", commands(none, Increase::new));
        report("table", commands(all, Increase::new));
        report("events", commands(none, IncreaseWithEvent::new));
      }
      fill(all);
      search(all);
    }
  }

  private static Container start(CrashingPostgres postgres, String mode) {
    return Container.startWith(
        Map.of("orchestrix.audit", mode),
        postgres.database(),
        Tally.class,
        Increaser.class,
        Noted.class);
  }

  private static double commands(Container container, Function<String, Command> command) {
    CommandBus bus = container.get(CommandBus.class);
    long begun = System.nanoTime();
    CompletableFuture.allOf(
            IntStream.range(0, THREADS)
                .mapToObj(
                    thread ->
                        CompletableFuture.runAsync(
                            () -> {
                              for (int i = 0; i < COMMANDS; i++) {
                                bus.send(command.apply(thread + "-" + UUID.randomUUID()));
                              }
                            }))
                .toArray(CompletableFuture[]::new))
        .join();
    return THREADS * COMMANDS / ((System.nanoTime() - begun) / 1e9);
  }

  /** A thousand people, a hundred commands, 300,000 accounts, an action in a thousand. */
  private static void fill(Container container) throws SQLException {
    String schema = container.get(Settings.class).databaseSchema();
    execute(
        container,
        """
        insert into "%1$s".orx_audit
        select cast(lpad(to_hex(1735689600000 + n * 1000), 12, '0') || '7000' ||
            '8' || substr(md5(n::text), 1, 15) as uuid), nextval('"%1$s".orx_audit_place'),
          to_timestamp((1735689600000 + n * 1000) / 1000.0),
          case when n %% 1000 = 0 then 'ACTION' else 'COMMAND' end,
          case when n %% 1000 = 0 then 'saga.retry' else 'Command' || (n %% 100) end,
          'ACC-' || (hashint8(n) & 262143), 'user-' || (hashint8(n + 7) & 1023), '203.0.113.7',
          gen_random_uuid(), md5((n / 2)::text)::uuid, null,
          case when n %% 50 = 0 then 'REFUSED' when n %% 10007 = 0 then 'FAILED' else 'SUCCEEDED' end,
          '', n, 1500, ''
        from generate_series(1::bigint, %2$d) n
        """
            .formatted(schema, ENTRIES));
    execute(container, "vacuum analyze \"%s\".orx_audit".formatted(schema));
  }

  private static void execute(Container container, String sql) throws SQLException {
    try (Connection connection = container.dataSource().get().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void search(Container container) throws SQLException {
    AuditLog log = container.get(AuditLog.class);
    Instant middle = Instant.ofEpochSecond(1735689600 + ENTRIES / 2);
    Map<String, AuditFilter> filters = new LinkedHashMap<>();
    filters.put("all", AuditFilter.ALL);
    filters.put("actor", AuditFilter.ALL.actor("user-7"));
    filters.put("nobody", AuditFilter.ALL.actor("mallory"));
    filters.put("what", AuditFilter.ALL.what("Command42"));
    filters.put("rare what", AuditFilter.ALL.what("saga.retry"));
    filters.put("target", AuditFilter.ALL.target("ACC-4711"));
    filters.put("kind action", AuditFilter.ALL.kind(Kind.ACTION));
    filters.put("kind command", AuditFilter.ALL.kind(Kind.COMMAND));
    filters.put("refused", AuditFilter.ALL.outcome(Outcome.REFUSED));
    filters.put("failed", AuditFilter.ALL.outcome(Outcome.FAILED));
    filters.put("unknown", AuditFilter.ALL.outcome(Outcome.UNKNOWN));
    filters.put(
        "an hour in the middle", AuditFilter.ALL.from(middle).until(middle.plusSeconds(3_600)));
    filters.put("the first half", AuditFilter.ALL.until(middle));
    filters.put(
        "actor in that hour",
        AuditFilter.ALL.actor("user-7").from(middle).until(middle.plusSeconds(3_600)));
    filters.put("actor and what", AuditFilter.ALL.actor("user-7").what("Command42"));
    filters.put("actor and rare outcome", AuditFilter.ALL.actor("user-7").outcome(Outcome.FAILED));
    filters.put(
        "correlation",
        AuditFilter.ALL.correlationId(
            Objects.requireNonNull(log.page(AuditFilter.ALL, null, 1).get(0).correlationId())));
    filters.forEach(
        (name, filter) -> measure("search " + name, () -> log.page(filter, null, 50).size()));
    measure("tail", () -> log.tail(ENTRIES / 2, 1_000).entries().size());
    measure("find", () -> log.find(log.page(AuditFilter.ALL, null, 1).get(0).id()).isPresent());
    try (Connection connection = container.dataSource().get().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select relname, pg_size_pretty(pg_relation_size(oid)) from pg_class where relname like 'orx_audit%' and relkind in ('r', 'i') and pg_relation_size(oid) > 100000")) {
      while (rows.next()) {
        report(rows.getString(1) + " " + rows.getString(2), 0);
      }
    }
  }

  private static void measure(String name, Supplier<Object> work) {
    long first = System.nanoTime();
    Object found = work.get();
    first = System.nanoTime() - first;
    long[] times = new long[20];
    for (int i = 0; i < times.length; i++) {
      long begun = System.nanoTime();
      found = work.get();
      times[i] = System.nanoTime() - begun;
    }
    Arrays.sort(times);
    report(
        "%s: %s found, first %.1f ms, median %.1f ms, most"
            .formatted(name, found, first / 1e6, times[10] / 1e6),
        times[19] / 1e6);
  }

  private static void report(String what, double number) {
    System.getLogger("speed")
        .log(System.Logger.Level.WARNING, "SPEED %s %.1f".formatted(what, number));
  }
}
