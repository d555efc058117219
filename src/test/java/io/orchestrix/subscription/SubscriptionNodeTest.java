package io.orchestrix.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.orchestrix.audit.AuditTrail;
import io.orchestrix.config.AfterFailure;
import io.orchestrix.deadletter.DeadLetter;
import io.orchestrix.deadletter.DeadLetterQuery;
import io.orchestrix.deadletter.DeadLetterState;
import io.orchestrix.message.GlobalPosition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What subscriptions show, wherever their checkpoints are kept. */
@ParameterizedClass
@EnumSource
class SubscriptionNodeTest {

  private static final Map<Kept.Kind, Kept> OPEN = new EnumMap<>(Kept.Kind.class);

  private final Kept kept;
  private final Marks marks;
  private final String name = UUID.randomUUID().toString();
  private final String stream = UUID.randomUUID().toString();
  private final List<Node> nodes = new ArrayList<>();

  SubscriptionNodeTest(Kept.Kind kind) {
    kept = OPEN.computeIfAbsent(kind, Kept.Kind::open);
    marks = new Marks(kept.unitOfWork());
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

  private Node node(int segments) {
    return node("a", segments, marks);
  }

  private Node node(String node, int segments, EventHandler handler) {
    Node started =
        new Node(node, kept, Node.subscription(name, segments, new OnlyMine(stream, handler)));
    nodes.add(started);
    return started.beat();
  }

  private static String[] numbered(int many) {
    return IntStream.range(0, many).mapToObj(Integer::toString).toArray(String[]::new);
  }

  @Test
  void handles_what_was_there_and_what_comes_in_order_and_once() {
    kept.append(stream, "a", "b");
    Node node = node(1);
    GlobalPosition last = kept.append(stream, "c");

    assertThat(node.await(name, last)).isTrue();

    assertThat(marks.committed()).containsExactly("a", "b", "c");
  }

  @Test
  void asks_at_each_beat_once_which_subscriptions_there_are() {
    AtomicInteger asked = new AtomicInteger();
    Subscription only = Node.subscription(name, 1, new OnlyMine(stream, marks));
    Node node =
        new Node(
            "a",
            kept,
            kept.segments(),
            () -> {
              asked.incrementAndGet();
              return List.of(only);
            });
    nodes.add(node);
    node.beat();
    assertThat(node.await(name, kept.append(stream, "a"))).as("claimed at once").isTrue();
    asked.set(0);

    node.beat();

    assertThat(asked).hasValue(1);
  }

  @Test
  void goes_on_where_it_was() {
    Node first = node(1);
    first.await(name, kept.append(stream, "a"));
    first.close();
    GlobalPosition last = kept.append(stream, "b");
    Node second = node("b", 1, marks);

    assertThat(second.await(name, last)).isTrue();

    assertThat(marks.committed()).containsExactly("a", "b");
  }

  @Test
  void catches_up_in_batches() {
    GlobalPosition last = kept.append(stream, numbered(250));

    assertThat(node(1).await(name, last)).isTrue();

    assertThat(marks.committed()).containsExactly(numbered(250));
    assertThat(marks.batches()).allMatch(size -> size <= 100);
    assertThat(marks.batches().size()).isLessThan(10);
  }

  @Test
  void passes_events_that_nobody_wants() {
    Node node = node(1);
    GlobalPosition last = kept.append(stream, "unwanted", "unwanted");

    assertThat(node.await(name, last)).isTrue();
    await()
        .untilAsserted(
            () -> assertThat(node.status(name).checkpoint()).isGreaterThanOrEqualTo(last));

    assertThat(marks.tried()).isEmpty();
  }

  @Test
  void nodes_share_the_segments_and_keep_the_order_of_each_stream() {
    Marks others = new Marks(kept.unitOfWork());
    Node a = node("a", 8, marks);
    Node b = node("b", 8, others);
    a.beat();
    b.beat();
    GlobalPosition last = GlobalPosition.START;
    for (int i = 0; i < 20; i++) {
      for (int s = 0; s < 10; s++) {
        last = kept.append(stream + s, s + ":" + i);
      }
    }

    assertThat(a.await(name, last)).isTrue();

    assertThat(kept.segments().segments(name))
        .extracting(SegmentState::owner)
        .containsOnly("a", "b")
        .satisfies(owners -> assertThat(owners.stream().filter("a"::equals)).hasSize(4));
    assertThat(marks.committed().size() + others.committed().size()).isEqualTo(200);
    for (int s = 0; s < 10; s++) {
      String prefix = s + ":";
      List<String> own = new ArrayList<>(marks.committed());
      own.addAll(others.committed());
      own.removeIf(mark -> !mark.startsWith(prefix));
      assertThat(own)
          .containsExactly(IntStream.range(0, 20).mapToObj(i -> prefix + i).toArray(String[]::new));
    }
  }

  @Test
  void a_node_that_leaves_is_replaced_at_once() {
    Marks others = new Marks(kept.unitOfWork());
    Node a = node("a", 2, marks);
    Node b = node("b", 2, others);
    a.close();
    b.beat();
    GlobalPosition last = kept.append(stream, "x");

    assertThat(b.await(name, last)).isTrue();

    assertThat(others.committed()).containsExactly("x");
  }

  @Test
  void who_is_believed_dead_and_is_not_cannot_commit() throws Exception {
    Standstill standstill = new Standstill();
    marks.inBatch = standstill;
    node(1);
    GlobalPosition last = kept.append(stream, "x");
    standstill.awaitReached();
    SegmentState seen = kept.segments().segments(name).get(0);
    assertThat(kept.segments().claim(seen.id(), seen.epoch(), "b")).isPresent();

    standstill.end();
    Node a = nodes.get(0);
    await()
        .during(Duration.ofMillis(200))
        .untilAsserted(() -> assertThat(marks.committed()).isEmpty());
    assertThat(kept.segments().segments(name).get(0).checkpoint()).isLessThan(last);
    a.beat(); // the rival is not alive, so it takes over again

    assertThat(a.await(name, last)).isTrue();
    assertThat(marks.committed()).containsExactly("x");
    assertThat(marks.tried()).containsExactly("x", "x");
    assertThat(a.status(name).handled()).isEqualTo(1);
  }

  @Test
  void one_that_is_halted_has_committed_its_batch_and_begins_no_other() throws Exception {
    Standstill standstill = new Standstill();
    marks.inBatch = standstill;
    Node node = node(1);
    kept.append(stream, "x");
    standstill.awaitReached();

    CompletableFuture<GlobalPosition> halting =
        CompletableFuture.supplyAsync(
            () -> {
              CompletableFuture<GlobalPosition> last = new CompletableFuture<>();
              node.whileHalted(
                  name,
                  haveEnded -> {
                    assertThat(haveEnded).isTrue();
                    assertThat(marks.committed()).containsExactly("x");
                    last.complete(kept.append(stream, "y"));
                    node.beat();
                    await()
                        .during(Duration.ofMillis(100))
                        .until(() -> marks.tried().equals(List.of("x")));
                  });
              return last.join();
            });
    await().during(Duration.ofMillis(100)).until(() -> !halting.isDone());
    standstill.end();
    GlobalPosition last = halting.get(20, TimeUnit.SECONDS);
    node.beat();

    assertThat(node.await(name, last)).isTrue();
    assertThat(marks.tried()).containsExactly("x", "y");
  }

  @Test
  void one_that_lost_its_claim_in_the_middle_of_a_batch_is_waited_for() throws Exception {
    Standstill standstill = new Standstill();
    marks.inBatch = standstill;
    Node node = node(1);
    kept.append(stream, "x");
    standstill.awaitReached();
    kept.segments().pause(name);
    node.beat();

    CompletableFuture<Boolean> ended = new CompletableFuture<>();
    CompletableFuture<Void> halting =
        CompletableFuture.runAsync(() -> node.whileHalted(name, ended::complete));
    await().during(Duration.ofMillis(100)).until(() -> !halting.isDone());
    standstill.end();

    assertThat(ended.get(10, TimeUnit.SECONDS)).isTrue();
    assertThat(marks.committed()).isEmpty();
  }

  @Test
  void a_claim_does_not_wait_for_who_stands_still_in_the_middle_of_its_work() throws Exception {
    assumeThat(kept.container()).as("rows that others lock").isNotNull();
    kept.segments().add(List.of(Node.subscription(name, 1, marks)));
    SegmentId segment = new SegmentId(name, 0);
    Claim claim = new Claim(segment, 1);
    assertThat(kept.segments().claim(segment, 0, "a")).isPresent();
    Standstill standstill = new Standstill();
    CompletableFuture<Boolean> still =
        CompletableFuture.supplyAsync(
            () ->
                kept.unitOfWork()
                    .get(
                        () -> {
                          boolean isOurs = kept.segments().advance(claim, new GlobalPosition(1), 0);
                          standstill.run();
                          return isOurs;
                        }));
    standstill.awaitReached();

    assertThat(
            CompletableFuture.supplyAsync(() -> kept.segments().claim(segment, 1, "b"))
                .get(3, TimeUnit.SECONDS))
        .isEmpty();

    standstill.end();
    assertThat(still.get(10, TimeUnit.SECONDS)).isTrue();
    assertThat(kept.segments().claim(segment, 1, "b")).isPresent();
  }

  @Test
  void an_event_that_fails_is_parked_and_its_stream_waits_while_others_go_on() {
    marks.failOn("bad");
    kept.append(stream + "1", "a", "bad", "c");
    kept.append(stream + "2", "d");
    Node node = node(1);
    GlobalPosition last = kept.append(stream + "1", "e");

    assertThat(node.await(name, last)).isTrue();

    assertThat(marks.committed()).containsExactly("a", "d");
    assertThat(marks.tried().stream().filter("bad"::equals)).hasSizeGreaterThanOrEqualTo(2);
    assertThat(letters())
        .extracting(DeadLetter::state)
        .containsExactly(DeadLetterState.PARKED, DeadLetterState.WAITING, DeadLetterState.WAITING);
  }

  private List<DeadLetter> letters() {
    return kept.unitOfWork()
        .get(() -> kept.letters().page(DeadLetterQuery.ALL.subscription(name), null, 100));
  }

  @Test
  void a_parked_event_that_is_retried_lets_those_behind_it_through_in_order() {
    marks.failOn("bad");
    Node node = node(1);
    node.await(name, kept.append(stream, "a", "bad", "c", "d"));
    marks.handleAgain("bad");
    kept.unitOfWork().get(() -> retry(letters().get(0)));
    node.refresh();

    await().until(() -> marks.committed().size() == 4);
    GlobalPosition last = kept.append(stream, "e");
    node.await(name, last);

    await()
        .untilAsserted(
            () -> assertThat(marks.committed()).containsExactly("a", "bad", "c", "d", "e"));
    await()
        .untilAsserted(
            () ->
                assertThat(letters())
                    .extracting(DeadLetter::state)
                    .containsOnly(DeadLetterState.HANDLED));
  }

  private boolean retry(DeadLetter letter) {
    new io.orchestrix.deadletter.DeadLetterQueue(
            kept.letters(),
            kept.unitOfWork(),
            kept.format(),
            java.time.Clock.systemUTC(),
            () -> "ada",
            () -> {},
            AuditTrail.NONE)
        .retry(letter.id());
    return true;
  }

  @Test
  void one_that_fails_in_the_middle_of_a_batch_costs_the_others_nothing() {
    marks.failOn("50");
    marks.then = AfterFailure.SKIP;
    GlobalPosition last = kept.append(stream, numbered(120));

    assertThat(node(1).await(name, last)).isTrue();

    List<String> expected = new ArrayList<>(List.of(numbered(120)));
    expected.remove("50");
    assertThat(marks.committed()).containsExactlyElementsOf(expected);
  }

  @Test
  void one_that_stops_goes_on_when_it_is_resumed() {
    marks.failOn("bad");
    marks.then = AfterFailure.STOP;
    Node node = node(1);
    GlobalPosition last = kept.append(stream, "a", "bad", "c");
    await().until(() -> node.status(name).state() == SubscriptionState.FAILED);
    assertThat(marks.committed()).containsExactly("a");
    assertThat(kept.segments().segments(name).get(0).trouble())
        .satisfies(trouble -> assertThat(trouble.attempts()).isEqualTo(2));

    marks.handleAgain("bad");
    kept.segments().resume(name);
    node.beat();

    assertThat(node.await(name, last)).isTrue();
    assertThat(marks.committed()).containsExactly("a", "bad", "c");
  }

  @Test
  void attempts_are_remembered_when_another_node_goes_on() {
    marks.failOn("bad");
    marks.attempts = 100;
    Node first = node(1);
    kept.append(stream, "bad");
    await().until(() -> troubleAttempts() >= 3);
    first.close();
    int before = troubleAttempts();
    marks.attempts = before + 2;
    Node second = node("b", 1, marks);

    await().until(() -> !letters().isEmpty());

    assertThat(letters().get(0).attempts()).isBetween(before, before + 2);
    second.close();
  }

  private int troubleAttempts() {
    Trouble trouble = kept.segments().segments(name).get(0).trouble();
    return trouble == null ? 0 : trouble.attempts();
  }

  @Test
  void one_that_is_paused_writes_nothing_until_it_is_resumed() {
    Node node = node(1);
    node.await(name, kept.append(stream, "a"));
    kept.segments().pause(name);
    GlobalPosition last = kept.append(stream, "b");
    node.beat();
    assertThat(node.status(name).state()).isEqualTo(SubscriptionState.PAUSED);
    assertThat(marks.committed()).containsExactly("a");

    kept.segments().resume(name);
    node.beat();

    assertThat(node.await(name, last)).isTrue();
    assertThat(marks.committed()).containsExactly("a", "b");
  }

  @Test
  void what_is_replayed_says_so() {
    Node node = node(1);
    GlobalPosition last = kept.append(stream, "a");
    node.await(name, last);
    kept.segments().pause(name);
    kept.segments().rewind(name, GlobalPosition.START, 1);
    kept.segments().resume(name);
    GlobalPosition next = kept.append(stream, "b");
    node.beat();

    assertThat(node.await(name, next)).isTrue();
    assertThat(marks.committed()).containsExactly("a", "a again", "b");
  }

  @Test
  void a_node_whose_lease_is_over_is_replaced() {
    Node dying =
        new Node(
            "dying",
            kept,
            Duration.ofMillis(300),
            Node.subscription(name, 1, new OnlyMine(stream, marks)));
    dying.beat();
    dying.await(name, kept.append(stream, "a"));
    dying.kill();
    if (kept.container() == null) {
      kept.segments().leave("dying"); // in memory no lease ends by itself
    }
    Marks others = new Marks(kept.unitOfWork());
    Node b = node("b", 1, others);
    GlobalPosition last = kept.append(stream, "b");

    await().until(() -> b.beat() != null && !others.committed().isEmpty());

    assertThat(b.await(name, last)).isTrue();
    assertThat(others.committed()).containsExactly("b");
  }

  @Test
  void it_is_divided_anew_when_it_is_replayed() {
    Node one = node(1);
    GlobalPosition last = kept.append(stream, "a");
    one.await(name, last);
    kept.segments().pause(name);
    kept.segments().rewind(name, GlobalPosition.START, 3);
    kept.segments().resume(name);
    one.beat();

    assertThat(one.await(name, last)).isTrue();
    assertThat(marks.committed()).containsExactly("a", "a again");
    assertThat(one.status(name).segments()).hasSize(3);
  }

  @Test
  void one_that_runs_is_not_rewound() {
    Node node = node(1);
    GlobalPosition last = kept.append(stream, "a");
    node.await(name, last);

    kept.segments().rewind(name, GlobalPosition.START, 1);

    assertThat(kept.segments().segments(name).get(0).checkpoint()).isGreaterThanOrEqualTo(last);
  }

  @Test
  void none_is_left_out_by_a_rewind_to_a_later_position() {
    Node node = node(1);
    node.await(name, kept.append(stream, "a"));
    kept.segments().pause(name);
    GlobalPosition last = kept.append(stream, "b", "c");
    kept.segments().rewind(name, last, 1);
    kept.segments().resume(name);
    node.beat();

    assertThat(node.await(name, last)).isTrue();
    assertThat(marks.committed()).containsExactly("a", "b", "c");
  }

  @Test
  void a_commit_that_fails_for_no_reason_that_is_told_is_tried_again() {
    assumeThat(kept.container()).as("else the next statement tells a reason").isNull();
    AtomicInteger batches = new AtomicInteger();
    marks.attempts = 1;
    marks.inBatch =
        () -> {
          if (batches.incrementAndGet() == 1) {
            doom();
          }
        };
    Node node = node(1);
    GlobalPosition last = kept.append(stream, "x");

    assertThat(node.await(name, last)).isTrue();
    assertThat(marks.committed()).containsExactly("x");
    assertThat(letters()).isEmpty();
  }

  @Test
  void what_is_bounded_skips_no_event_that_comes_between_two_looks() {
    AtomicLong bound = new AtomicLong();
    AtomicBoolean isAppending = new AtomicBoolean();
    Bound following =
        segment -> {
          if (isAppending.compareAndSet(true, false)) {
            // and whoever is followed has passed it
            bound.set(kept.append(stream, "x").value());
          }
          return new GlobalPosition(bound.get());
        };
    Node node =
        new Node("a", kept, Node.subscription(name, new OnlyMine(stream, marks), following));
    nodes.add(node);
    node.beat();
    bound.set(kept.append(stream, "a").value());
    assertThat(node.await(name, new GlobalPosition(bound.get()))).isTrue();
    for (int i = 0; i < 20; i++) {
      isAppending.set(true);
      await().until(() -> !isAppending.get());
      assertThat(node.await(name, new GlobalPosition(bound.get()))).isTrue();
    }

    assertThat(marks.committed()).hasSize(21);
  }

  @Test
  void one_that_changes_while_its_node_looks_is_handled_as_it_is_then() {
    EventHandler handler = new OnlyMine(stream, marks);
    AtomicReference<Subscription> known =
        new AtomicReference<>(Node.subscription(name, handler, segment -> GlobalPosition.START));
    SegmentStore changing =
        Watched.before(
            SegmentStore.class,
            kept.segments(),
            "beat",
            () -> {
              if (known.getAndSet(Node.subscription(name, 1, handler)).bound() != Bound.NONE) {
                kept.segments().promote(name, name);
              }
            });
    Node node = new Node("a", kept, changing, () -> List.of(known.get()));
    nodes.add(node);
    node.beat();
    GlobalPosition last = kept.append(stream, "x");

    assertThat(node.await(name, last)).isTrue();
    assertThat(marks.committed()).containsExactly("x");
  }

  @Test
  void what_was_a_replay_to_the_one_before_is_one_to_the_one_that_follows_it() {
    Node node = node(2);
    GlobalPosition last = kept.append(stream, "a", "b");
    node.await(name, last);
    kept.segments().pause(name);
    kept.segments().rewind(name, GlobalPosition.START, 2);
    String next = name + "/2";
    kept.segments().add(List.of(Node.subscription(next, 2, marks)));

    kept.segments().promote(next, name);

    assertThat(kept.segments().segments(next))
        .extracting(SegmentState::replayedTo)
        .hasSize(2)
        .isEqualTo(kept.segments().segments(name).stream().map(SegmentState::replayedTo).toList())
        .contains(last);
  }

  /** So that the commit fails, and nothing before. */
  private void doom() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                kept.unitOfWork()
                    .get(
                        () -> {
                          throw new IllegalStateException("inside");
                        }));
  }
}
