package io.orchestrix.eventstore.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.harness.Container;
import io.orchestrix.harness.TestDatabase;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/**
 * While PostgreSQL logs a sequence, once in 32 numbers, its row shows for a moment a number that
 * nobody has drawn yet. Who believes it skips events.
 */
class LastPositionTest {

  private static final int LOOKS = 300_000;

  private final String schema = "last_" + UUID.randomUUID().toString().replace("-", "");

  @Test
  void the_last_position_never_runs_ahead_of_what_was_drawn() throws Exception {
    try (Container container = Container.startIn(schema, TestDatabase.postgres())) {
      long back = whileDrawing(container, () -> stepsBack(container));

      assertThat(back).as("how often it was less than before").isZero();
    }
  }

  /** How often it goes back, seen by one session that looks and looks. */
  private long stepsBack(Container container) throws SQLException {
    String function = "\"%s\".steps_back".formatted(schema);
    try (var connection = container.dataSource().get().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          create function %s() returns bigint language plpgsql as $$
          declare before bigint := 0; now bigint; back bigint := 0;
          begin
            for i in 1..%d loop
              now := (%s);
              if now < before then back := back + 1; end if;
              before := now;
            end loop;
            return back;
          end $$
          """
              .formatted(function, LOOKS, FencedOrder.lastPosition(schema)));
    }
    return container.dataSource().number("select " + function + "()");
  }

  private interface Looking {
    long look() throws SQLException;
  }

  private long whileDrawing(Container container, Looking looking) throws Exception {
    String draw =
        "select count(nextval('\"%s\".orx_position')) from generate_series(1, 20000)"
            .formatted(schema);
    AtomicBoolean isOver = new AtomicBoolean();
    ExecutorService drawing = Executors.newSingleThreadExecutor();
    try {
      Future<?> drawn =
          drawing.submit(
              () -> {
                while (!isOver.get()) {
                  container.dataSource().number(draw);
                }
              });
      long found = looking.look();
      isOver.set(true);
      drawn.get();
      return found;
    } finally {
      isOver.set(true);
      drawing.shutdown();
    }
  }
}
