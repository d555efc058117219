package io.orchestrix.rest.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.eventstore.EventFilter;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.harness.TestDatabase;
import io.orchestrix.message.GlobalPosition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two nodes on one PostgreSQL get the same events at the same time. */
@Timeout(120)
class EventsInRaceTest {

  private static final int ROUNDS = 40;
  private static final int EACH = 2;

  private static String event(String id, String subject) {
    return "{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"/race\",\"type\":\"Taken\",\"subject\":\"%s\",\"data\":{\"what\":\"x\"}}"
        .formatted(id, subject);
  }

  private static String batch(int round, long seed) {
    List<String> events =
        IntStream.range(0, 6)
            .mapToObj(i -> event(round + "-" + i, (round % 4 == 0 ? "old" : round) + "/" + i % 3))
            .collect(Collectors.toCollection(ArrayList::new));
    Collections.shuffle(events, new Random(seed));
    return String.join(",", events);
  }

  @Test
  void each_is_stored_once_and_both_are_told_so() throws Exception {
    long seed = new Random().nextLong();
    Map<String, String> schema =
        Map.of("orchestrix.db-schema", "t" + UUID.randomUUID().toString().replace("-", ""));
    ExecutorService threads = Executors.newFixedThreadPool(2 * EACH);
    try (Api one = Api.start(schema, TestDatabase.postgres(), Till.CLASSES);
        Api two = Api.start(schema, TestDatabase.postgres(), Till.CLASSES)) {
      int stored = 0;
      int repeated = 0;
      for (int round = 0; round < ROUNDS; round++) {
        CyclicBarrier barrier = new CyclicBarrier(2 * EACH);
        List<Future<Call.Answer>> answers = new ArrayList<>();
        for (int sender = 0; sender < 2 * EACH; sender++) {
          Api node = sender % 2 == 0 ? one : two;
          String body = "[" + batch(round, seed + round * 10L + sender) + "]";
          answers.add(
              threads.submit(
                  () -> {
                    barrier.await();
                    return node.as(Roles.OPERATOR)
                        .with("Content-Type", "application/cloudevents-batch+json")
                        .post("events", body);
                  }));
        }
        for (Future<Call.Answer> answer : answers) {
          assertThat(answer.get().status())
              .as("seed %d, round %d: %s", seed, round, answer.get())
              .isIn(200, 202);
          stored += answer.get().json().path("stored").asInt();
          repeated += answer.get().json().path("repeated").asInt();
        }
      }

      assertThat(
              one.get(EventStore.class)
                  .readAll(GlobalPosition.START, EventFilter.NONE.categories("inbox"))
                  .count())
          .as("seed %d", seed)
          .isEqualTo(ROUNDS * 6L);
      assertThat(stored).isEqualTo(ROUNDS * 6);
      assertThat(repeated).isEqualTo(ROUNDS * 6 * (2 * EACH - 1));
    } finally {
      threads.shutdownNow();
    }
  }
}
