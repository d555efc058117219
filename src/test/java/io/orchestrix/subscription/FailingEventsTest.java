package io.orchestrix.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.orchestrix.audit.AuditTrail;
import io.orchestrix.config.AfterFailure;
import io.orchestrix.deadletter.DeadLetter;
import io.orchestrix.deadletter.DeadLetterQuery;
import io.orchestrix.deadletter.DeadLetterQueue;
import io.orchestrix.deadletter.DeadLetterState;
import io.orchestrix.deadletter.DeadLetterStore;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.eventstore.inmemory.InMemoryEventStore;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.message.StoredPayload;
import io.orchestrix.unitofwork.ConflictException;
import java.io.IOError;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What subscriptions do with events that fail, and with those beside them. */
@ParameterizedClass
@EnumSource
class FailingEventsTest {

  private static final Map<Kept.Kind, Kept> OPEN = new EnumMap<>(Kept.Kind.class);

  private final Kept kept;
  private final Marks marks;
  private final String name = UUID.randomUUID().toString();
  private final String stream = UUID.randomUUID().toString();
  private final List<Node> nodes = new ArrayList<>();

  FailingEventsTest(Kept.Kind kind) {
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

  private Node node() {
    return node(kept);
  }

  private Node node(Kept on) {
    Node node = new Node("a", on, Node.subscription(name, 1, new OnlyMine(stream, marks)));
    nodes.add(node);
    return node.beat();
  }

  private List<DeadLetter> letters() {
    return kept.unitOfWork()
        .get(() -> kept.letters().page(DeadLetterQuery.ALL.subscription(name), null, 2_000));
  }

  private DeadLetter awaitLetter() {
    await().until(() -> letters().size() == 1);
    return letters().get(0);
  }

  private DeadLetterQueue queue() {
    return new DeadLetterQueue(
        kept.letters(),
        kept.unitOfWork(),
        kept.format(),
        Clock.systemUTC(),
        () -> "Ada",
        () -> nodes.forEach(Node::refresh),
        AuditTrail.silent(kept.unitOfWork()));
  }

  private void append(Node node, Runnable appends) {
    node.whileHalted(name, ended -> appends.run());
    node.beat();
  }

  @Test
  void what_waits_before_an_event_that_is_parked_goes_on_waiting() {
    marks.attempts = 1;
    marks.failOn("bad");
    marks.failOn("worse");
    Node node = node();
    kept.append(stream + 1, "bad");
    DeadLetter bad = awaitLetter();
    append(
        node,
        () -> {
          kept.append(stream + 1, "behind");
          kept.append(stream + 2, "worse");
        });
    await().until(() -> letters().size() == 3);
    assertThat(letters())
        .extracting(DeadLetter::state)
        .containsExactly(DeadLetterState.PARKED, DeadLetterState.WAITING, DeadLetterState.PARKED);

    marks.handleAgain("bad");
    queue().retry(bad.id());

    await().until(() -> marks.committed().size() == 2);
    assertThat(marks.committed()).containsExactly("bad", "behind");
  }

  @Test
  void what_waits_is_not_overtaken_when_nothing_is_before_it_any_more() {
    marks.attempts = 1;
    marks.failOn("bad");
    Node node = node();
    kept.append(stream + 1, "bad");
    DeadLetter bad = awaitLetter();
    append(
        node,
        () -> {
          kept.append(stream + 1, "behind");
          kept.append(stream + 2, "worse");
          marks.failOn("worse");
          marks.onFailure =
              () -> kept.unitOfWork().runOutside(() -> queue().discard(bad.id(), "meanwhile"));
        });
    await().until(() -> letters().size() == 3);

    assertThat(node.await(name, kept.append(stream + 1, "later"))).isTrue();
    await().until(() -> marks.committed().size() == 2);

    assertThat(marks.committed()).containsExactly("behind", "later");
  }

  @Test
  void a_handler_that_fails_before_it_takes_an_event_is_waited_for() {
    marks.attempts = 1;
    marks.isBroken = true;
    Node node = node();
    GlobalPosition last = kept.append(stream, "x");
    await().until(() -> marks.breaks() > 2);
    assertThat(letters()).isEmpty();

    marks.isBroken = false;

    assertThat(node.await(name, last)).isTrue();
    assertThat(marks.committed()).containsExactly("x");
  }

  @Test
  void what_waits_before_an_event_that_is_skipped_goes_on_waiting() {
    marks.attempts = 1;
    marks.failOn("bad");
    marks.failOn("worse");
    Node node = node();
    kept.append(stream + 1, "bad");
    DeadLetter bad = awaitLetter();
    marks.then = AfterFailure.SKIP;
    append(
        node,
        () -> {
          kept.append(stream + 1, "behind");
          kept.append(stream + 2, "worse");
        });
    assertThat(node.await(name, kept.append(stream + 3, "on"))).isTrue();

    marks.handleAgain("bad");
    queue().retry(bad.id());

    await().until(() -> marks.committed().size() == 3);
    assertThat(marks.committed()).containsExactly("on", "bad", "behind");
  }

  @Test
  void a_batch_that_is_kept_though_its_commit_says_otherwise_is_not_handled_again() {
    AtomicInteger lies = new AtomicInteger();
    Kept lying = kept.with(new LyingUnitOfWork(kept.unitOfWork(), lies));
    marks.attempts = 1;
    Node node = node(lying);
    marks.inBatch = lies::incrementAndGet;
    kept.append(stream, "a", "b");
    marks.awaitMany(2);
    marks.inBatch = () -> {};
    GlobalPosition last = kept.append(stream, "c");

    assertThat(node.await(name, last)).isTrue();

    assertThat(marks.committed()).containsExactly("a", "b", "c");
    assertThat(letters()).isEmpty();
  }

  @Test
  void an_event_that_cannot_be_read_is_handled_as_somebody_has_edited_it() {
    assumeThat(kept.events())
        .as("takes what others have written")
        .isInstanceOf(InMemoryEventStore.class);
    marks.attempts = 1;
    Node node = node();
    StreamId id = new StreamId("test", stream);
    ((InMemoryEventStore) kept.events())
        .appendStored(
            id,
            kept.metadata().create("marked", id.toString()),
            new StoredPayload("marked", 1, "{\"mark\": [}"));
    DeadLetter unreadable = awaitLetter();
    queue().edit(unreadable.id(), "{\"mark\": \"x\"}", "it was cut off");
    queue().retry(unreadable.id());

    await().until(() -> letters().get(0).state() == DeadLetterState.HANDLED);

    assertThat(marks.committed()).containsExactly("x");
    assertThat(node.status(name).state()).isEqualTo(SubscriptionState.LIVE);
  }

  @Test
  void an_event_whose_handler_throws_any_error_is_parked() {
    marks.attempts = 1;
    AtomicInteger batches = new AtomicInteger();
    marks.inBatch =
        () -> {
          if (batches.incrementAndGet() == 1) {
            throw new IOError(new IOException("the disk is gone"));
          }
        };
    Node node = node();
    kept.append(stream + 1, "bad");
    awaitLetter();

    assertThat(node.await(name, kept.append(stream + 2, "good"))).isTrue();
    assertThat(marks.committed()).containsExactly("good");
  }

  @Test
  void one_that_is_paused_between_two_attempts_is_paused() {
    marks.failOn("bad");
    marks.attempts = 100;
    Node node = node();
    kept.append(stream, "bad");
    await().until(() -> node.status(name).state() == SubscriptionState.RETRYING);

    kept.segments().pause(name);

    assertThat(node.status(name).state()).isEqualTo(SubscriptionState.PAUSED);
  }

  @Test
  void letters_that_are_handled_leave_the_count_of_another_event_as_it_is() {
    marks.attempts = 1;
    marks.failOn("bad");
    Node node = node();
    kept.append(stream + 1, "bad");
    DeadLetter bad = awaitLetter();
    marks.then = AfterFailure.STOP;
    marks.attempts = 3;
    marks.pause = Duration.ofHours(1);
    marks.failOn("worse");
    kept.append(stream + 2, "worse");
    await().until(() -> node.status(name).state() == SubscriptionState.RETRYING);

    Claim claim = claim();
    kept.unitOfWork()
        .run(
            () -> {
              GlobalPosition before = kept.segments().find(claim).orElseThrow().checkpoint();
              assertThat(kept.segments().advance(claim, before, 1)).isTrue();
            });

    assertThat(bad.attempts()).isEqualTo(1);
    assertThat(kept.segments().find(claim).orElseThrow().trouble())
        .satisfies(trouble -> assertThat(trouble.attempts()).isEqualTo(1));
  }

  private Claim claim() {
    SegmentState state = kept.segments().segments(name).get(0);
    return new Claim(state.id(), state.epoch());
  }

  @Test
  void many_that_wait_behind_one_follow_it_at_once() {
    marks.attempts = 1;
    marks.failOn("bad");
    AtomicInteger searches = new AtomicInteger();
    Node node =
        node(
            kept.with(
                Watched.before(
                    DeadLetterStore.class, kept.letters(), "runnable", searches::incrementAndGet)));
    kept.append(stream, "bad");
    DeadLetter bad = awaitLetter();
    String[] behind = new String[300];
    for (int i = 0; i < behind.length; i++) {
      behind[i] = "m" + i;
    }
    assertThat(node.await(name, kept.append(stream, behind))).isTrue();
    marks.handleAgain("bad");

    searches.set(0);
    queue().retry(bad.id());

    await().until(() -> marks.committed().size() == 301);
    assertThat(searches).hasValueLessThan(20);
    assertThat(marks.committed()).startsWith("bad", "m0", "m1").endsWith("m299");
  }

  @Test
  void a_conflict_is_no_failure_of_a_letter() {
    marks.failOn("bad");
    Node node = node();
    kept.append(stream, "bad");
    awaitLetter();
    node.beat();
    marks.handleAgain("bad");
    AtomicInteger batches = new AtomicInteger();
    marks.inBatch =
        () -> {
          if (batches.incrementAndGet() < 3) {
            throw new ConflictException(new IllegalStateException("others were faster"));
          }
        };
    int before = letters().get(0).attempts();
    queue().retry(letters().get(0).id());

    await().until(() -> letters().get(0).state() == DeadLetterState.HANDLED);

    assertThat(letters().get(0).attempts()).isEqualTo(before);
    assertThat(batches).hasValue(3);
  }

  @Test
  void when_too_many_streams_fail_it_is_no_event_that_is_wrong_and_it_stops() {
    assumeThat(kept.container()).as("a database, for which it takes its time").isNull();
    marks.failOn("bad");
    marks.attempts = 1;
    for (int i = 0; i < 1_001; i++) {
      kept.append(stream + i, "bad");
    }
    Node node = node();

    await().until(() -> node.status(name).state() == SubscriptionState.FAILED);

    assertThat(kept.unitOfWork().get(() -> kept.letters().sequences(name))).hasSize(1_000);
  }
}
