package io.orchestrix.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.message.ActingCaller;
import io.orchestrix.message.Caller;
import io.orchestrix.message.Origin;
import io.orchestrix.monitor.Signal;
import io.orchestrix.testkit.SettableClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What follows failures. */
@ParameterizedClass
@EnumSource
class FailedDeadlinesTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Map<Kept.Kind, Kept> OPEN = new EnumMap<>(Kept.Kind.class);

  /** Fails, and then does and answers what a test says. */
  private record Failing(String name, Recorder.Doing then, AfterFailure answer)
      implements DeadlineHandler {
    @Override
    public void fire(Deadline deadline) {
      throw new IllegalStateException("away");
    }

    @Override
    public AfterFailure failed(Deadline deadline, Throwable failure, Instant now) throws Exception {
      then.with(deadline);
      return answer;
    }

    @Override
    public int threads() {
      return 1;
    }
  }

  private final Kept kept;
  private final String name = "h" + UUID.randomUUID();
  private final SettableClock clock = new SettableClock(START);
  private final List<Node> nodes = new ArrayList<>();
  private final Origin origin = new Origin(UUID.randomUUID(), UUID.randomUUID(), null);
  private final Deadline deadline = at(START);

  FailedDeadlinesTest(Kept.Kind kind) {
    kept = OPEN.computeIfAbsent(kind, Kept.Kind::open);
  }

  @AfterAll
  static void close() {
    OPEN.values().forEach(Kept::close);
    OPEN.clear();
  }

  @AfterEach
  void end() {
    nodes.forEach(Node::close);
  }

  private Deadline at(Instant dueAt) {
    return Deadline.of(new DeadlineKey(name, "a"), dueAt, "", origin, "ada");
  }

  /** Fires the deadline, which fails. */
  private Node fire(DeadlineHandler handler) {
    Node node = new Node(kept, clock, handler);
    nodes.add(node);
    node.store().put(List.of(deadline));
    assertThat(node.fireDue()).isZero();
    return node;
  }

  private List<Deadline> left() {
    return kept.store().page(name, null, null, 10);
  }

  private static List<Signal.DeadlineFailed> told(Node node) {
    return node.monitor().signals(Signal.DeadlineFailed.class);
  }

  @Test
  void one_that_is_given_up_stays_without_a_time() {
    Node node = fire(new Failing(name, failed -> {}, new AfterFailure.GiveUp()));

    assertThat(left()).singleElement().matches(Deadline::isStopped);
    assertThat(told(node)).containsExactly(new Signal.DeadlineFailed(name, 1, true));
  }

  @Test
  void people_are_told_of_one_that_is_given_up_and_replaced() {
    Deadline next = at(START.plusSeconds(60));

    Node node =
        fire(
            new Failing(
                name, failed -> kept.store().put(List.of(next)), new AfterFailure.GiveUp()));

    assertThat(left()).containsExactly(next);
    assertThat(told(node)).containsExactly(new Signal.DeadlineFailed(name, 1, true));
  }

  @Test
  void what_its_handler_settles_is_removed_and_only_the_handler_tells_of_it() {
    Node node = fire(new Failing(name, failed -> {}, new AfterFailure.Settled()));

    assertThat(left()).isEmpty();
    assertThat(told(node)).isEmpty();
  }

  @Test
  void what_its_handler_has_put_instead_stays() {
    Deadline next = at(START.plusSeconds(60));

    fire(new Failing(name, failed -> kept.store().put(List.of(next)), new AfterFailure.Settled()));

    assertThat(left()).containsExactly(next);
  }

  @Test
  void what_follows_is_done_as_the_firing_was() {
    ActingCaller caller = new ActingCaller(Caller.ANONYMOUS);
    List<Object> seen = new ArrayList<>();
    Failing noting =
        new Failing(
            name,
            failed -> {
              seen.add(caller.name());
              seen.add(nodes.get(0).current().origin());
            },
            new AfterFailure.GiveUp());

    fire(new ActingDeadlineHandler(noting, caller, "saga:a:1"));

    assertThat(seen).containsExactly("saga:a:1", origin);
  }
}
