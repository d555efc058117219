package io.orchestrix.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.orchestrix.deadline.Recorder.Begun;
import io.orchestrix.message.Origin;
import io.orchestrix.monitor.Signal;
import io.orchestrix.testkit.SettableClock;
import io.orchestrix.unitofwork.ConflictException;
import io.orchestrix.unitofwork.UnitOfWork.End;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** How deadlines fire. */
@ParameterizedClass
@EnumSource
class DeadlineNodeTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Map<Kept.Kind, Kept> OPEN = new EnumMap<>(Kept.Kind.class);

  private final Kept kept;
  private final String name = "h" + UUID.randomUUID();
  private final SettableClock clock = new SettableClock(START);
  private final Recorder recorder = new Recorder(name, clock);
  private final List<Node> nodes = new ArrayList<>();

  DeadlineNodeTest(Kept.Kind kind) {
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

  private Node node() {
    return node(clock, recorder);
  }

  private Node node(Clock time, DeadlineHandler... handlers) {
    Node node = new Node(kept, time, handlers);
    nodes.add(node);
    return node;
  }

  private Deadline at(String value, Instant dueAt) {
    return Deadline.of(new DeadlineKey(name, value), dueAt, "", Origin.NONE, "");
  }

  private List<Deadline> left() {
    return kept.store().page(name, null, null, 10_000);
  }

  private Deadline find(String value) {
    return kept.store().find(new DeadlineKey(name, value)).orElseThrow();
  }

  @Test
  void a_deadline_fires_at_its_time_and_not_before() {
    Node node = node().beat();
    node.store().put(List.of(at("a", START.plusSeconds(60))));

    clock.set(START.plusSeconds(60).minusNanos(1));
    assertThat(node.fireDue()).isZero();
    clock.set(START.plusSeconds(60));
    node.beat();

    await().until(() -> left().isEmpty());
    assertThat(recorder.begun()).containsExactly(new Begun("a", false, 0));
  }

  @Test
  void an_alarm_that_comes_early_by_the_clock_fires_nothing() {
    Node node = node().beat();
    node.store().put(List.of(at("a", START.plusMillis(20))));
    node.store().put(List.of(at("b", START)));

    await().until(() -> left().size() == 1);
    CompletableFuture<Void> later =
        CompletableFuture.runAsync(
            () -> {}, CompletableFuture.delayedExecutor(60, TimeUnit.MILLISECONDS));
    later.join();

    assertThat(recorder.values()).containsExactly("b");
    clock.advance(Duration.ofMillis(20));
    await().until(() -> left().isEmpty());
    assertThat(recorder.begun()).doesNotContain(new Begun("a", true, 0));
  }

  @Test
  void what_this_process_schedules_fires_without_a_beat() {
    Recorder real = new Recorder(name, Clock.systemUTC());
    Node node = node(Clock.systemUTC(), real).beat();

    node.store().put(List.of(at("later", Instant.now().plusMillis(120))));
    node.store().put(List.of(at("soon", Instant.now().plusMillis(30))));
    node.store().put(List.of(at("now", Instant.now())));

    await().until(() -> left().isEmpty());
    assertThat(real.values()).containsExactly("now", "soon", "later");
    assertThat(real.begun()).noneMatch(Begun::isEarly);
  }

  @Test
  void nothing_is_left_of_a_transaction_that_was_rolled_back() {
    Node node = node().beat();

    assertThatThrownBy(
            () ->
                kept.unitOfWork()
                    .run(
                        () -> {
                          node.store().put(List.of(at("a", START)));
                          throw new IllegalStateException("undo");
                        }))
        .hasMessage("undo");

    assertThat(node.fireDue()).isZero();
    assertThat(recorder.begun()).isEmpty();
  }

  @Test
  void all_that_is_due_fires_on_this_thread_and_what_follows_from_it() {
    Node node = node();
    recorder.doing =
        deadline -> {
          if (deadline.key().value().equals("a")) {
            node.store().put(List.of(at("then", START), at("later", START.plusSeconds(1))));
          }
        };
    kept.store().put(List.of(at("a", START), at("b", START.minusSeconds(1))));

    assertThat(node.fireDue()).isEqualTo(3);

    assertThat(recorder.values()).containsExactly("b", "a", "then");
    assertThat(left()).extracting(each -> each.key().value()).containsExactly("later");
  }

  @Test
  void one_that_is_scheduled_anew_while_it_fires_stays() {
    Node node = node();
    recorder.doing =
        deadline -> node.store().put(List.of(at("a", clock.instant().plusSeconds(60))));
    kept.store().put(List.of(at("a", START)));

    assertThat(node.fireDue()).isEqualTo(1);
    assertThat(find("a").dueAt()).isEqualTo(START.plusSeconds(60));

    clock.advance(Duration.ofSeconds(60));
    assertThat(node.fireDue()).isEqualTo(1);
  }

  @Test
  void what_it_causes_goes_on_in_its_conversation() {
    Node node = node();
    Origin origin = new Origin(UUID.randomUUID(), UUID.randomUUID(), null);
    List<Origin> seen = new ArrayList<>();
    recorder.doing = deadline -> seen.add(node.current().origin());
    kept.store().put(List.of(Deadline.of(new DeadlineKey(name, "a"), START, "", origin, "Ada")));

    node.fireDue();

    assertThat(seen).containsExactly(origin);
    assertThat(node.current().isBound()).isFalse();
  }

  @Test
  void a_failing_one_is_tried_again_and_given_up_while_others_go_on() {
    recorder.failOn("bad");
    Node node = node().beat();
    node.store()
        .put(
            IntStream.range(0, 250)
                .mapToObj(i -> at(i == 120 ? "bad" : "good" + i, START.minusSeconds(300 - i)))
                .toList());

    await().until(() -> left().size() == 1);
    await().until(() -> find("bad").attempts() == 1);
    clock.advance(recorder.pause);
    await().until(() -> beaten(node, "bad").attempts() == 2);
    clock.advance(recorder.pause);
    await().until(() -> beaten(node, "bad").isStopped());

    assertThat(find("bad").attempts()).isEqualTo(3);
    assertThat(find("bad").failure()).contains("cannot bad");
    assertThat(recorder.asked()).hasSize(3).containsOnly("bad: cannot bad");
    await()
        .untilAsserted(
            () ->
                assertThat(node.monitor().signals(Signal.DeadlineFailed.class))
                    .containsExactly(
                        new Signal.DeadlineFailed(name, 1, false),
                        new Signal.DeadlineFailed(name, 2, false),
                        new Signal.DeadlineFailed(name, 3, true)));
    assertThat(node.monitor().signals(Signal.DeadlineFired.class)).hasSize(249);
  }

  /** Only a beat sees that the clock of a test has moved. */
  private Deadline beaten(Node node, String value) {
    node.beat();
    return find(value);
  }

  @Test
  void those_beside_a_failing_one_are_not_blamed() {
    recorder.failOn("bad");
    recorder.attempts = 1;
    Node node = node();
    kept.store()
        .put(
            IntStream.range(0, 20)
                .mapToObj(i -> at(i == 9 ? "bad" : "good" + i, START.minusSeconds(30 - i)))
                .toList());

    assertThat(node.fireDue()).isEqualTo(19);

    assertThat(left()).extracting(each -> each.key().value()).containsExactly("bad");
    assertThat(recorder.asked()).containsExactly("bad: cannot bad");
  }

  @Test
  void one_that_is_mended_fires_at_its_next_attempt() {
    recorder.failOn("a");
    Node node = node();
    kept.store().put(List.of(at("a", START)));
    assertThat(node.fireDue()).isZero();

    recorder.mend("a");
    assertThat(node.fireDue()).isZero();
    clock.advance(recorder.pause);

    assertThat(node.fireDue()).isEqualTo(1);
    assertThat(recorder.begun())
        .containsExactly(new Begun("a", false, 0), new Begun("a", false, 1));
  }

  @Test
  void a_checked_exception_is_a_failure_as_any() {
    recorder.attempts = 1;
    recorder.doing =
        deadline -> {
          throw new IOException("no file");
        };
    Node node = node();
    kept.store().put(List.of(at("a", START)));

    node.fireDue();

    assertThat(find("a").failure()).isEqualTo("java.io.IOException: no file");
  }

  @Test
  void one_that_takes_long_does_not_hold_up_what_becomes_due_meanwhile() throws Exception {
    CountDownLatch isFiring = new CountDownLatch(1);
    CountDownLatch goesOn = new CountDownLatch(1);
    recorder.doing =
        deadline -> {
          if (deadline.key().value().equals("long")) {
            isFiring.countDown();
            assertThat(goesOn.await(20, TimeUnit.SECONDS)).isTrue();
          }
        };
    Node node = node().beat();
    node.store().put(List.of(at("long", START)));
    assertThat(isFiring.await(10, TimeUnit.SECONDS)).isTrue();
    await().during(Duration.ofMillis(100)).until(() -> left().size() == 1); // others have looked

    node.store().put(List.of(at("short", START)));

    await().until(() -> left().size() == 1 && find("long").attempts() == 0);
    goesOn.countDown();
    await().until(() -> left().isEmpty());
  }

  @Test
  void one_that_is_put_when_the_only_lane_has_just_looked_fires_all_the_same() {
    recorder.threads = 1;
    AtomicReference<Node> told = new AtomicReference<>();
    AtomicBoolean isFirst = new AtomicBoolean(true);
    Runnable afterLook =
        () -> {
          if (told.get() != null && isFirst.getAndSet(false)) {
            told.get().store().put(List.of(at("b", START)));
          }
        };
    Kept looked = new Kept(afterNext(afterLook), kept.unitOfWork(), kept.container());
    Node node = new Node(looked, clock, recorder);
    nodes.add(node);
    node.beat();
    told.set(node);

    node.store().put(List.of(at("a", START)));

    await().until(() -> recorder.values().containsAll(List.of("a", "b")) && left().isEmpty());
  }

  /** The store, after whose looks for what is next something happens. */
  private DeadlineStore afterNext(Runnable happens) {
    return (DeadlineStore)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {DeadlineStore.class},
            (proxy, method, arguments) -> {
              Object answer = method.invoke(kept.store(), arguments);
              if (method.getName().equals("next")) {
                happens.run();
              }
              return answer;
            });
  }

  @Test
  void a_conflict_is_tried_again_and_is_no_failure() {
    AtomicInteger conflicts = new AtomicInteger();
    List<Integer> attempts = Collections.synchronizedList(new ArrayList<>());
    recorder.threads = 1; // another one would try it for the first time
    Node node = node().beat();
    recorder.doing =
        deadline -> {
          attempts.add(node.current().attempt());
          if (conflicts.incrementAndGet() <= 2) {
            throw new ConflictException(new IllegalStateException("rival"));
          }
        };

    node.store().put(List.of(at("a", START)));

    await().until(() -> left().isEmpty());
    assertThat(recorder.asked()).isEmpty();
    assertThat(attempts).containsExactly(1, 2, 3);
  }

  @Test
  void a_handler_that_cannot_even_say_what_follows_is_asked_again_later() {
    Recorder other = new Recorder(name + "-other", clock);
    DeadlineHandler speechless = new Speechless();
    Node node = node(clock, speechless, other);
    kept.store()
        .put(
            List.of(
                at("a", START),
                Deadline.of(new DeadlineKey(other.name(), "b"), START, "", Origin.NONE, "")));

    assertThat(node.fireDue()).isEqualTo(1);

    assertThat(find("a").tryAt()).isEqualTo(START.plusSeconds(60));
    assertThat(other.values()).containsExactly("b");
  }

  private final class Speechless implements DeadlineHandler {
    @Override
    public String name() {
      return name;
    }

    @Override
    public void fire(Deadline deadline) {
      throw new IllegalStateException("one");
    }

    @Override
    public AfterFailure failed(Deadline deadline, Throwable failure, Instant now) {
      throw new IllegalStateException("two");
    }

    @Override
    public int threads() {
      return 1;
    }
  }

  @Test
  void another_node_fires_what_was_scheduled_on_one_that_has_ended() {
    Node first = node().beat();
    first.store().put(List.of(at("a", START.plusSeconds(1))));
    first.close();
    clock.advance(Duration.ofSeconds(1));
    assertThat(recorder.begun()).isEmpty();

    node().beat();

    await().until(() -> left().isEmpty());
    assertThat(recorder.values()).containsExactly("a");
  }

  @Test
  void an_ended_node_begins_nothing() {
    Node node = node().beat();
    node.end();

    node.store().put(List.of(at("a", START)));
    node.beat();

    assertThat(node.fireDue()).isZero();
    assertThat(left()).hasSize(1);
  }

  @Test
  void a_node_without_handlers_does_nothing() {
    kept.store().put(List.of(at("a", START)));

    Node idle = node(clock).beat();

    assertThat(idle.fireDue()).isZero();
    assertThat(left()).hasSize(1);
  }

  @Test
  void two_nodes_fire_each_of_many_once_and_none_early() {
    List<String> committed = Collections.synchronizedList(new ArrayList<>());
    Recorder real = new Recorder(name, Clock.systemUTC());
    real.doing =
        deadline ->
            kept.unitOfWork()
                .afterEnd(
                    end -> {
                      if (end == End.COMMITTED) {
                        committed.add(deadline.key().value());
                      }
                    });
    Instant dueAt = Instant.now().plusMillis(500);
    int count = 5_000;
    kept.store()
        .put(
            IntStream.range(0, count)
                .mapToObj(
                    i -> at("d" + i, dueAt.plusNanos(ThreadLocalRandom.current().nextInt(999_999))))
                .toList());

    Stream.of(node(Clock.systemUTC(), real), node(Clock.systemUTC(), real)).forEach(Node::beat);

    await().atMost(Duration.ofSeconds(60)).until(() -> left().isEmpty());
    await().until(() -> committed.size() >= count);
    assertThat(committed).hasSize(count).doesNotHaveDuplicates();
    assertThat(real.begun()).noneMatch(Begun::isEarly);
  }

  @Test
  void a_cancellation_waits_for_the_one_that_is_being_fired() throws Exception {
    assumeThat(kept.container()).isNotNull();
    CountDownLatch reached = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    recorder.doing =
        deadline -> {
          reached.countDown();
          assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
        };
    Node node = node().beat();
    node.store().put(List.of(at("a", START)));
    assertThat(reached.await(20, TimeUnit.SECONDS)).isTrue();

    CompletableFuture<Boolean> removing =
        CompletableFuture.supplyAsync(() -> kept.store().remove(new DeadlineKey(name, "a")));

    assertThatThrownBy(() -> removing.get(200, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
    ended.countDown();
    assertThat(removing.get(20, TimeUnit.SECONDS)).isFalse();
    assertThat(recorder.values()).containsExactly("a");
  }
}
