package io.orchestrix.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orchestrix.harness.CrashingPostgres;
import io.orchestrix.message.Origin;
import io.orchestrix.unitofwork.UnitOfWork.End;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of deadlines while the database is away. */
class LostDatabaseTest {

  private static final Clock CLOCK = Clock.systemUTC();

  @Test
  void what_was_due_while_it_was_away_fires_once_when_it_is_back(@TempDir Path data)
      throws IOException {
    List<String> fired = new CopyOnWriteArrayList<>();
    Recorder recorder = new Recorder("lost", CLOCK);
    try (CrashingPostgres postgres = CrashingPostgres.start(data);
        Kept kept = Kept.in(postgres.database(), Kept.freshSchema());
        Node node = new Node(kept, CLOCK, recorder).beat()) {
      recorder.doing =
          deadline ->
              kept.unitOfWork()
                  .afterEnd(
                      end -> {
                        if (end == End.COMMITTED) {
                          fired.add(deadline.key().value());
                        }
                      });
      Instant dueAt = CLOCK.instant().plusMillis(200);
      node.store()
          .put(
              IntStream.range(0, 20)
                  .mapToObj(
                      i ->
                          Deadline.of(new DeadlineKey("lost", "d" + i), dueAt, "", Origin.NONE, ""))
                  .toList());

      postgres.crash();

      await()
          .atMost(Duration.ofSeconds(30))
          .ignoreExceptions()
          .until(() -> kept.store().next(List.of("lost")).isEmpty());
      await().untilAsserted(() -> assertThat(fired).hasSize(20).doesNotHaveDuplicates());
      assertThat(recorder.asked()).isEmpty();
    }
  }
}
