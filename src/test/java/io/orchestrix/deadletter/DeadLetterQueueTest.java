package io.orchestrix.deadletter;

import static io.orchestrix.deadletter.DeadLetterState.DISCARDED;
import static io.orchestrix.deadletter.DeadLetterState.PARKED;
import static io.orchestrix.deadletter.DeadLetterState.RETRYING;
import static io.orchestrix.deadletter.DeadLetterState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orchestrix.OrchestrixException.Kind;
import io.orchestrix.audit.AuditTrail;
import io.orchestrix.config.UnknownEvents;
import io.orchestrix.deadletter.DeadLetterStores.Kept;
import io.orchestrix.message.Event;
import io.orchestrix.message.EventFormat;
import io.orchestrix.message.EventTypes;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.message.jackson.JacksonPayloadCodec;
import io.orchestrix.testkit.SettableClock;
import io.orchestrix.unitofwork.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource
class DeadLetterQueueTest {

  record Booked(long amount) implements Event {}

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");
  private static final Failure FAILURE = new Failure("ORX-1", "a.B", "bad", "a.B");

  private final SettableClock clock = new SettableClock(NOW);
  private final AtomicInteger wakings = new AtomicInteger();
  private final String subscription = "test/" + UUID.randomUUID();
  private final DeadLetterQuery mine = DeadLetterQuery.ALL.subscription(subscription);
  private final DeadLetterStore store;
  private final UnitOfWork unitOfWork;
  private final DeadLetterQueue queue;
  private String actor = "ada";

  DeadLetterQueueTest(DeadLetterStores stores) {
    Kept kept = stores.open();
    store = kept.store();
    unitOfWork = kept.unitOfWork();
    EventFormat format =
        new EventFormat(
            new EventTypes(List.of(Booked.class)),
            List.of(),
            new JacksonPayloadCodec(),
            UnknownEvents.SKIP);
    queue =
        new DeadLetterQueue(
            store,
            unitOfWork,
            format,
            clock,
            () -> actor,
            wakings::incrementAndGet,
            AuditTrail.silent(unitOfWork));
  }

  @AfterAll
  static void stop() {
    DeadLetterStores.closeAll();
  }

  private DeadLetterId id(long position) {
    return new DeadLetterId(subscription, new GlobalPosition(position));
  }

  private DeadLetterSubject subject(long position, String sequence) {
    return new DeadLetterSubject(id(position), sequence, "account/a", position, "Booked", 1);
  }

  private void run(Runnable work) {
    unitOfWork.get(
        () -> {
          work.run();
          return true;
        });
  }

  private void park(long position, String sequence) {
    run(() -> store.park(subject(position, sequence), FAILURE, 3, NOW));
  }

  private void queue(long position, String sequence) {
    run(() -> store.queue(List.of(subject(position, sequence)), NOW));
  }

  private DeadLetterState state(long position) {
    return queue.find(id(position)).orElseThrow().state();
  }

  private static DeadLetterException refusal(ThrowingCallable action) {
    return catchThrowableOfType(DeadLetterException.class, action);
  }

  @Test
  void a_retry_is_asked_for_and_the_subscription_is_told() {
    park(5, "a");
    clock.advance(Duration.ofSeconds(10));

    DeadLetter letter = queue.retry(id(5));

    assertThat(letter.state()).isEqualTo(RETRYING);
    assertThat(queue.find(id(5))).contains(letter);
    assertThat(wakings).hasValue(1);
    assertThat(queue.history(id(5)))
        .endsWith(new DeadLetterAction(NOW.plusSeconds(10), "ada", DeadLetterStep.RETRY, ""));
  }

  @Test
  void only_the_first_open_letter_of_a_sequence_is_retried() {
    park(5, "a");
    queue(6, "a");

    DeadLetterException refusal = refusal(() -> queue.retry(id(6)));

    assertThat(refusal)
        .hasMessageContainingAll("ORX-3302", subscription + " at 5", subscription + " at 6");
    assertThat(refusal.kind()).isEqualTo(Kind.REFUSED);
    assertThat(refusal.details()).containsEntry("first", 5L);
    assertThat(state(6)).isEqualTo(WAITING);
    assertThat(wakings).hasValue(0);
  }

  @Test
  void what_waited_behind_a_discarded_letter_may_be_retried() {
    park(5, "a");
    queue(6, "a");

    assertThat(queue.discard(id(5), " obsolete ").state()).isEqualTo(DISCARDED);
    assertThat(queue.retry(id(6)).state()).isEqualTo(RETRYING);

    assertThat(wakings).hasValue(2);
    assertThat(queue.history(id(5)))
        .endsWith(new DeadLetterAction(NOW, "ada", DeadLetterStep.DISCARD, "obsolete"));
  }

  @Test
  void a_letter_that_is_being_retried_or_is_closed_is_not_retried() {
    park(5, "a");
    queue.retry(id(5));
    assertThat(refusal(() -> queue.retry(id(5)))).hasMessageContainingAll("ORX-3303", "RETRYING");
    assertThat(refusal(() -> queue.retrySequence(subscription, "a")))
        .hasMessageContaining("ORX-3303");

    queue.discard(id(5), "obsolete");
    park(6, "a"); // the closed one is told of its own state, not of this
    assertThat(refusal(() -> queue.retry(id(5)))).hasMessageContainingAll("ORX-3303", "DISCARDED");
    assertThat(refusal(() -> queue.discard(id(5), "again"))).hasMessageContaining("ORX-3303");
  }

  @Test
  void a_sequence_is_retried_by_its_first_letter() {
    park(5, "a");
    queue(6, "a");

    assertThat(queue.retrySequence(subscription, "a").id()).isEqualTo(id(5));
    assertThat(state(5)).isEqualTo(RETRYING);
    assertThat(wakings).hasValue(1);

    DeadLetterException refusal = refusal(() -> queue.retrySequence(subscription, "b"));
    assertThat(refusal).hasMessageContaining("ORX-3307");
    assertThat(refusal.kind()).isEqualTo(Kind.NOT_FOUND);
  }

  @Test
  void all_sequences_whose_first_letter_is_parked_are_retried_and_counted() {
    for (int i = 1; i <= 120; i++) {
      park(i, "s" + i);
    }
    queue(200, "s1");
    park(201, "s2");
    queue.discard(id(3), "obsolete");
    queue.retry(id(4));
    queue(202, "free"); // runs by itself
    wakings.set(0);

    assertThat(queue.retryAll(mine)).isEqualTo(118);

    assertThat(wakings).hasValue(2);
    assertThat(List.of(state(1), state(200), state(201), state(3), state(202)))
        .containsExactly(RETRYING, WAITING, PARKED, DISCARDED, WAITING);
    assertThat(queue.retryAll(mine)).isZero();
    assertThat(wakings).hasValue(2);
  }

  @Test
  void a_filter_bounds_what_is_retried() {
    park(1, "a");
    run(() -> store.park(subject(2, "b"), new Failure("", "c.D", "", ""), 1, NOW));

    assertThat(queue.retryAll(mine.states(WAITING, DISCARDED))).isZero();
    assertThat(queue.retryAll(mine.failure("c.D").states(PARKED, WAITING))).isEqualTo(1);

    assertThat(state(1)).isEqualTo(PARKED);
    assertThat(state(2)).isEqualTo(RETRYING);
  }

  @Test
  void an_edited_payload_is_what_the_handler_gets() {
    park(5, "a");
    queue(6, "a");

    queue.edit(id(5), "{\"amount\": 10}", "it was in cents");
    actor = "bob";
    DeadLetter letter = queue.edit(id(5), "{\"amount\": 11}", "it was in dollars");
    queue.edit(id(6), "{\"amount\": 12}", "this too");

    assertThat(letter.state()).isEqualTo(PARKED);
    assertThat(letter.edited().orElseThrow().json()).isEqualTo("{\"amount\": 11}");
    assertThat(queue.find(id(5))).contains(letter);
    assertThat(queue.history(id(5)))
        .endsWith(
            new DeadLetterAction(
                NOW, "ada", DeadLetterStep.EDIT, "it was in cents", null, "{\"amount\": 10}"),
            new DeadLetterAction(
                NOW,
                "bob",
                DeadLetterStep.EDIT,
                "it was in dollars",
                "{\"amount\": 10}",
                "{\"amount\": 11}"));
    assertThat(wakings).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "null", "{\"amount\": \"ten\"}", "{\"amount\": 1} x", "\"\uD800\""})
  void a_payload_that_is_no_such_event_is_refused(String json) {
    park(5, "a");

    DeadLetterException refusal = refusal(() -> queue.edit(id(5), json, "typo"));

    assertThat(refusal).hasMessageContainingAll("ORX-3304", "'Booked' revision 1");
    assertThat(refusal.kind()).isEqualTo(Kind.INVALID);
    assertThat(queue.find(id(5)).orElseThrow().edited()).isEmpty();
    assertThat(queue.history(id(5))).hasSize(1);
  }

  @Test
  void an_event_that_nobody_can_read_is_not_edited_though_it_would_be_skipped() {
    DeadLetterSubject unknown = new DeadLetterSubject(id(5), "a", "account/a", 1, "Unknown", 1);
    run(() -> store.park(unknown, FAILURE, 1, NOW));

    assertThat(refusal(() -> queue.edit(id(5), "{}", "typo")))
        .hasMessageContainingAll("ORX-3304", "does not know that type");
  }

  @Test
  void a_letter_that_is_being_retried_is_not_edited() {
    park(5, "a");
    queue.retry(id(5));

    assertThat(refusal(() -> queue.edit(id(5), "{\"amount\": 1}", "typo")))
        .hasMessageContaining("ORX-3303");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", "LONG"})
  void without_a_reason_nothing_is_edited_or_discarded(String said) {
    String reason = said.replace("LONG", "x".repeat(1_001));
    park(5, "a");

    assertThat(refusal(() -> queue.discard(id(5), reason))).hasMessageContaining("ORX-3306");
    DeadLetterException refusal = refusal(() -> queue.edit(id(5), "{\"amount\": 1}", reason));
    assertThat(refusal).hasMessageContaining("ORX-3306");
    assertThat(refusal.kind()).isEqualTo(Kind.INVALID);
    assertThat(state(5)).isEqualTo(PARKED);
  }

  @Test
  void an_unknown_letter_is_not_found() {
    assertThat(queue.find(id(5))).isEmpty();
    assertThat(queue.history(id(5))).isEmpty();
    List<ThrowingCallable> actions =
        List.of(
            () -> queue.retry(id(5)),
            () -> queue.discard(id(5), "why"),
            () -> queue.edit(id(5), "{\"amount\": 1}", "why"));
    assertThat(actions)
        .allSatisfy(
            action -> {
              assertThat(refusal(action)).hasMessageContaining("ORX-3301");
              assertThat(refusal(action).kind()).isEqualTo(Kind.NOT_FOUND);
            });
  }

  @Test
  void what_is_rolled_back_wakes_nobody() {
    park(5, "a");

    assertThatThrownBy(
            () ->
                run(
                    () -> {
                      queue.retry(id(5));
                      throw new IllegalStateException("undo");
                    }))
        .hasMessage("undo");

    assertThat(state(5)).isEqualTo(PARKED);
    assertThat(wakings).hasValue(0);
  }

  @Test
  void the_subscription_is_told_after_the_commit_of_the_whole() {
    park(5, "a");

    run(
        () -> {
          queue.retry(id(5));
          assertThat(wakings).hasValue(0);
        });

    assertThat(wakings).hasValue(1);
  }

  @Test
  void letters_are_listed_and_counted() {
    park(5, "a");
    queue(6, "a");

    assertThat(queue.page(mine, null, 10)).extracting(DeadLetter::id).containsExactly(id(5), id(6));
    assertThat(queue.page(mine, id(5), 10)).extracting(DeadLetter::id).containsExactly(id(6));
    assertThat(queue.counts())
        .contains(
            new DeadLetterCount(subscription, PARKED, "a.B", 1),
            new DeadLetterCount(subscription, WAITING, "", 1));
  }

  @Test
  void open_letters_are_counted_without_those_that_are_closed() {
    park(5, "a");
    queue(6, "a");
    queue.discard(id(5), "nobody needs it");

    assertThat(queue.openCounts())
        .filteredOn(count -> count.subscription().equals(subscription))
        .containsExactly(new DeadLetterCount(subscription, WAITING, "", 1));
    assertThat(queue.counts()).contains(new DeadLetterCount(subscription, DISCARDED, "a.B", 1));
  }
}
