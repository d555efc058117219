package io.orchestrix.deadletter;

import static io.orchestrix.deadletter.DeadLetterState.DISCARDED;
import static io.orchestrix.deadletter.DeadLetterState.HANDLED;
import static io.orchestrix.deadletter.DeadLetterState.PARKED;
import static io.orchestrix.deadletter.DeadLetterState.RETRYING;
import static io.orchestrix.deadletter.DeadLetterState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.deadletter.DeadLetterStores.Kept;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.unitofwork.ConflictException;
import io.orchestrix.unitofwork.UnitOfWork;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What every store of dead letters has to show. */
@ParameterizedClass
@EnumSource
class DeadLetterStoreConformanceTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");
  private static final Instant LATER = NOW.plusSeconds(60);
  private static final Failure FAILURE = new Failure("ORX-1", "a.B", "bad", "a.B: bad\n\tat c.D");
  private static final Failure OTHER = new Failure("", "c.D", "", "c.D");

  private final DeadLetterStore store;
  private final UnitOfWork unitOfWork;
  private final String subscription = "test/" + UUID.randomUUID();

  DeadLetterStoreConformanceTest(DeadLetterStores stores) {
    Kept kept = stores.open();
    store = kept.store();
    unitOfWork = kept.unitOfWork();
  }

  @AfterAll
  static void stop() {
    DeadLetterStores.closeAll();
  }

  private DeadLetterSubject subject(long position, String sequence) {
    return new DeadLetterSubject(id(position), sequence, "account/1", position + 7, "Booked", 2);
  }

  private DeadLetterId id(long position) {
    return new DeadLetterId(subscription, new GlobalPosition(position));
  }

  private <T> T in(Supplier<T> work) {
    return unitOfWork.get(work);
  }

  private void run(Runnable work) {
    in(
        () -> {
          work.run();
          return true;
        });
  }

  private void rollBack(Runnable work) {
    assertThatThrownBy(
            () ->
                run(
                    () -> {
                      work.run();
                      throw new IllegalStateException("undo");
                    }))
        .hasMessage("undo");
  }

  private void park(long position, String sequence) {
    run(() -> store.park(subject(position, sequence), FAILURE, 3, NOW));
  }

  private void queue(String sequence, long... positions) {
    run(
        () ->
            store.queue(
                LongStream.of(positions).mapToObj(at -> subject(at, sequence)).toList(), NOW));
  }

  private DeadLetter letter(long position) {
    return in(() -> store.find(id(position))).orElseThrow();
  }

  private DeadLetterState state(long position) {
    return letter(position).state();
  }

  private List<Long> runnable() {
    return positions(in(() -> store.runnable(subscription, GlobalPosition.START, 100)));
  }

  private static List<Long> positions(List<DeadLetter> letters) {
    return letters.stream().map(letter -> letter.id().position().value()).toList();
  }

  private List<DeadLetterStep> steps(long position) {
    return in(() -> store.history(id(position))).stream().map(DeadLetterAction::step).toList();
  }

  private void step(long position, DeadLetterStep step) {
    run(
        () ->
            store.require(
                DeadLetterChange.of(
                    store.find(id(position)).orElseThrow(),
                    new DeadLetterAction(LATER, "ada", step, "why"))));
  }

  private void handle(long position) {
    run(() -> store.handled(store.find(id(position)).orElseThrow(), LATER));
  }

  @Test
  void a_parked_letter_says_what_failed() {
    park(5, "a");

    assertThat(letter(5))
        .isEqualTo(new DeadLetter(subject(5, "a"), PARKED, 3, FAILURE, null, NOW, NOW, 1));
    assertThat(in(() -> store.history(id(5))))
        .containsExactly(new DeadLetterAction(NOW, "", DeadLetterStep.PARK, "a.B: bad"));
    assertThat(in(() -> store.find(id(6)))).isEmpty();
    assertThat(in(() -> store.history(id(6)))).isEmpty();
  }

  @Test
  void a_queued_letter_waits_without_a_failure_or_a_history() {
    park(5, "a");
    queue("a", 6, 7);

    assertThat(letter(7))
        .isEqualTo(new DeadLetter(subject(7, "a"), WAITING, 0, null, null, NOW, NOW, 1));
    assertThat(steps(7)).isEmpty();
  }

  @Test
  void queueing_leaves_open_letters_as_they_are() {
    park(5, "a");
    queue("a", 6);
    DeadLetter parked = letter(5);
    run(() -> store.queue(List.of(subject(5, "a"), subject(6, "a"), subject(7, "a")), LATER));
    run(() -> store.queue(List.of(), LATER));

    assertThat(letter(5)).isEqualTo(parked);
    assertThat(letter(6).changedAt()).isEqualTo(NOW);
    assertThat(letter(7).changedAt()).isEqualTo(LATER);
  }

  @Test
  void sequences_with_open_letters_are_known() {
    park(5, "a");
    park(6, "b");
    queue("b", 7);
    park(8, "c");
    step(5, DeadLetterStep.DISCARD);
    step(6, DeadLetterStep.DISCARD);

    assertThat(in(() -> store.sequences(subscription))).containsExactlyInAnyOrder("b", "c");
    assertThat(in(() -> store.sequences(subscription + "x"))).isEmpty();
  }

  @Test
  void nothing_is_runnable_behind_a_parked_letter() {
    park(5, "a");
    queue("a", 6, 7);

    assertThat(runnable()).isEmpty();
    assertThat(in(() -> store.next(subscription, "a"))).contains(letter(5));
  }

  @Test
  void a_retried_letter_is_runnable_and_when_it_is_handled_the_next_one_is() {
    park(5, "a");
    queue("a", 6, 7);
    step(5, DeadLetterStep.RETRY);
    assertThat(runnable()).containsExactly(5L);

    handle(5);
    assertThat(state(5)).isEqualTo(HANDLED);
    assertThat(runnable()).containsExactly(6L);

    handle(6);
    handle(7);
    assertThat(runnable()).isEmpty();
    assertThat(in(() -> store.next(subscription, "a"))).isEmpty();
    assertThat(steps(5))
        .containsExactly(DeadLetterStep.PARK, DeadLetterStep.RETRY, DeadLetterStep.HANDLE);
    assertThat(steps(7)).containsExactly(DeadLetterStep.HANDLE);
  }

  @Test
  void discarding_the_first_letter_sets_the_next_one_free() {
    park(5, "a");
    queue("a", 6);

    step(5, DeadLetterStep.DISCARD);

    assertThat(state(5)).isEqualTo(DISCARDED);
    assertThat(runnable()).containsExactly(6L);
    assertThat(in(() -> store.next(subscription, "a"))).contains(letter(6));
  }

  @Test
  void runnable_letters_come_oldest_first_one_of_each_sequence() {
    park(5, "a");
    park(6, "b");
    park(7, "c");
    queue("b", 8, 9);
    queue("a", 10);
    step(7, DeadLetterStep.RETRY);
    step(6, DeadLetterStep.DISCARD);
    step(5, DeadLetterStep.RETRY);

    assertThat(runnable()).containsExactly(5L, 7L, 8L);
    assertThat(positions(in(() -> store.runnable(subscription, GlobalPosition.START, 2))))
        .containsExactly(5L, 7L);
    assertThat(positions(in(() -> store.runnable(subscription, new GlobalPosition(7), 2))))
        .containsExactly(8L);
  }

  @Test
  void a_letter_that_fails_again_is_parked_with_one_attempt_more() {
    park(5, "a");
    step(5, DeadLetterStep.RETRY);
    run(() -> store.failedAgain(letter(5), OTHER, LATER));

    assertThat(letter(5))
        .isEqualTo(new DeadLetter(subject(5, "a"), PARKED, 4, OTHER, null, NOW, LATER, 3));
    assertThat(in(() -> store.history(id(5))))
        .last()
        .isEqualTo(new DeadLetterAction(LATER, "", DeadLetterStep.FAIL_AGAIN, "c.D"));
    assertThat(runnable()).isEmpty();
  }

  @Test
  void a_waiting_letter_that_fails_is_parked_and_those_behind_it_go_on_waiting() {
    park(5, "a");
    queue("a", 6, 7);
    step(5, DeadLetterStep.DISCARD);
    run(() -> store.failedAgain(letter(6), OTHER, LATER));

    assertThat(letter(6).attempts()).isEqualTo(1);
    assertThat(state(6)).isEqualTo(PARKED);
    assertThat(runnable()).isEmpty();
  }

  @Test
  void a_closed_letter_is_opened_again_when_its_event_fails_or_waits_again() {
    park(5, "a");
    park(6, "a");
    queue("a", 7);
    edit(5, "{\"by\":1}");
    step(5, DeadLetterStep.DISCARD);
    step(6, DeadLetterStep.DISCARD);
    handle(7);

    run(() -> store.park(subject(5, "b"), OTHER, 1, LATER));
    run(() -> store.queue(List.of(subject(6, "b"), subject(7, "b")), LATER));

    assertThat(letter(5))
        .isEqualTo(
            new DeadLetter(subject(5, "b"), PARKED, 1, OTHER, "{\"by\":1}", LATER, LATER, 4));
    assertThat(letter(6))
        .isEqualTo(new DeadLetter(subject(6, "b"), WAITING, 0, null, null, LATER, LATER, 3));
    assertThat(state(7)).isEqualTo(WAITING);
    assertThat(in(() -> store.sequences(subscription))).containsExactly("b");
    step(6, DeadLetterStep.DISCARD);
    assertThat(steps(6))
        .containsExactly(DeadLetterStep.PARK, DeadLetterStep.DISCARD, DeadLetterStep.DISCARD);
  }

  private void edit(long position, String json) {
    run(
        () ->
            store.require(
                DeadLetterChange.edit(
                    store.find(id(position)).orElseThrow(), json, "ada", "cents", LATER)));
  }

  @Test
  void an_edit_keeps_both_payloads_in_the_history() {
    park(5, "a");
    edit(5, "{\"by\":1}");
    edit(5, "{\"by\":2}");

    assertThat(letter(5).editedPayload()).isEqualTo("{\"by\":2}");
    assertThat(letter(5).edited().orElseThrow())
        .hasToString("StoredPayload[type=Booked, revision=2, json={\"by\":2}]");
    assertThat(in(() -> store.history(id(5))))
        .endsWith(
            new DeadLetterAction(LATER, "ada", DeadLetterStep.EDIT, "cents", null, "{\"by\":1}"),
            new DeadLetterAction(
                LATER, "ada", DeadLetterStep.EDIT, "cents", "{\"by\":1}", "{\"by\":2}"));
  }

  @Test
  void what_is_rolled_back_never_was() {
    park(5, "a");
    queue("a", 6);
    DeadLetter first = letter(5);
    rollBack(
        () -> {
          store.park(subject(7, "b"), FAILURE, 1, NOW);
          store.queue(List.of(subject(8, "b")), NOW);
          store.failedAgain(store.find(id(6)).orElseThrow(), FAILURE, LATER);
          store.park(subject(5, "a"), OTHER, 9, LATER);
          assertThat(store.find(id(7))).isPresent();
          assertThat(store.sequences(subscription)).containsExactlyInAnyOrder("a", "b");
        });
    rollBack(() -> store.discardOpen(subscription, GlobalPosition.START, "replay", LATER));
    rollBack(
        () -> {
          store.remove(subscription);
          assertThat(store.find(id(5))).isEmpty();
        });

    assertThat(letter(5)).isEqualTo(first);
    assertThat(steps(5)).containsExactly(DeadLetterStep.PARK);
    assertThat(state(6)).isEqualTo(WAITING);
    assertThat(in(() -> store.find(id(7)))).isEmpty();
    assertThat(in(() -> store.history(id(7)))).isEmpty();
    assertThat(in(() -> store.sequences(subscription))).containsExactly("a");
  }

  @Test
  void others_see_a_change_when_it_is_committed() {
    park(5, "a");
    run(
        () -> {
          store.require(retry(store.find(id(5)).orElseThrow()));
          assertThat(CompletableFuture.supplyAsync(() -> state(5)).join()).isEqualTo(PARKED);
        });

    assertThat(state(5)).isEqualTo(RETRYING);
  }

  private static DeadLetterChange retry(DeadLetter letter) {
    return DeadLetterChange.of(
        letter, new DeadLetterAction(LATER, "ada", DeadLetterStep.RETRY, ""));
  }

  @Test
  void a_letter_that_was_changed_since_it_was_read_is_not_handled() {
    park(5, "a");
    queue("a", 6);
    step(5, DeadLetterStep.DISCARD);
    DeadLetter seen = in(() -> store.runnable(subscription, GlobalPosition.START, 1)).get(0);
    edit(6, "{}");

    assertThatThrownBy(() -> run(() -> store.handled(seen, LATER)))
        .isInstanceOf(DeadLetterChangedException.class)
        .hasMessageContainingAll("ORX-3305", "HANDLE", subscription + " at 6");
    assertThatThrownBy(() -> run(() -> store.failedAgain(seen, FAILURE, LATER)))
        .isInstanceOf(ConflictException.class);
    assertThat(state(6)).isEqualTo(WAITING);
    assertThat(steps(6)).containsExactly(DeadLetterStep.EDIT);
  }

  @Test
  void of_a_discard_and_a_handling_at_the_same_time_one_fails() {
    park(5, "a");
    step(5, DeadLetterStep.RETRY);
    DeadLetter seen = letter(5);
    DeadLetterAction discard = new DeadLetterAction(LATER, "ada", DeadLetterStep.DISCARD, "why");

    CompletableFuture<Boolean> discarding =
        in(
            () -> {
              store.handled(seen, LATER);
              return CompletableFuture.supplyAsync(
                  () -> in(() -> store.change(DeadLetterChange.of(seen, discard))));
            });

    assertThat(discarding.join()).isFalse();
    assertThat(state(5)).isEqualTo(HANDLED);
    assertThat(steps(5)).endsWith(DeadLetterStep.RETRY, DeadLetterStep.HANDLE);
  }

  @Test
  void a_discard_that_was_first_keeps_the_handling_from_being_kept() {
    park(5, "a");
    step(5, DeadLetterStep.RETRY);
    DeadLetter seen = letter(5);
    DeadLetterAction discard = new DeadLetterAction(LATER, "ada", DeadLetterStep.DISCARD, "why");

    CompletableFuture<Void> handling =
        in(
            () -> {
              store.require(DeadLetterChange.of(seen, discard));
              return CompletableFuture.runAsync(() -> run(() -> store.handled(seen, LATER)));
            });

    assertThatThrownBy(handling::join).hasCauseInstanceOf(ConflictException.class);
    assertThat(state(5)).isEqualTo(DISCARDED);
  }

  @Test
  void two_that_were_not_in_each_others_way_both_succeed() {
    park(5, "a");
    park(6, "b");

    run(
        () -> {
          store.require(retry(store.find(id(5)).orElseThrow()));
          CompletableFuture.runAsync(() -> step(6, DeadLetterStep.RETRY)).join();
        });

    assertThat(runnable()).containsExactly(5L, 6L);
  }

  @Test
  void a_replay_discards_what_is_open_behind_its_start() {
    park(5, "a");
    park(6, "b");
    queue("b", 7);
    park(8, "c");
    step(8, DeadLetterStep.DISCARD);

    int discarded =
        in(() -> store.discardOpen(subscription, new GlobalPosition(5), "replay", LATER));

    assertThat(discarded).isEqualTo(2);
    assertThat(Stream.of(5L, 6L, 7L, 8L).map(this::state))
        .containsExactly(PARKED, DISCARDED, DISCARDED, DISCARDED);
    assertThat(letter(7).changedAt()).isEqualTo(LATER);
    assertThat(in(() -> store.history(id(7))))
        .containsExactly(new DeadLetterAction(LATER, "", DeadLetterStep.DISCARD, "replay"));
    assertThat(steps(8)).containsExactly(DeadLetterStep.PARK, DeadLetterStep.DISCARD);
    assertThat(in(() -> store.discardOpen(subscription, new GlobalPosition(5), "replay", LATER)))
        .isZero();
    run(() -> store.park(subject(6, "b"), OTHER, 1, LATER));
    assertThat(steps(6))
        .containsExactly(DeadLetterStep.PARK, DeadLetterStep.DISCARD, DeadLetterStep.PARK);
  }

  @Test
  void a_subscription_that_is_removed_leaves_nothing_and_others_alone() {
    park(5, "a");
    DeadLetterId other = new DeadLetterId(subscription + "2", new GlobalPosition(5));
    run(
        () ->
            store.park(
                new DeadLetterSubject(other, "a", "account/a", 1, "Booked", 1), FAILURE, 1, NOW));

    run(() -> store.remove(subscription));

    assertThat(in(() -> store.find(id(5)))).isEmpty();
    assertThat(in(() -> store.history(id(5)))).isEmpty();
    assertThat(in(() -> store.history(other))).hasSize(1);
    park(5, "a");
    assertThat(letter(5).changes()).isEqualTo(1);
    assertThat(steps(5)).hasSize(1);
  }

  @Test
  void long_texts_are_cut_and_nul_is_removed() {
    String whole = "\0" + "x".repeat(30_000) + "é😀\0";
    Failure failure = new Failure(whole, whole, whole, whole);
    DeadLetterSubject longest =
        new DeadLetterSubject(
            id(5), "é".repeat(301), "s".repeat(301), Long.MAX_VALUE, "t".repeat(255), 1);
    run(() -> store.park(longest, failure, 1, NOW));
    run(
        () ->
            store.require(
                DeadLetterChange.of(
                    store.find(id(5)).orElseThrow(),
                    new DeadLetterAction(LATER, whole, DeadLetterStep.DISCARD, whole))));

    assertThat(letter(5).subject()).isEqualTo(longest);
    assertThat(letter(5).failure()).isEqualTo(failure);
    assertThat(failure.message()).hasSize(2_000);
    assertThat(failure.stack()).hasSizeBetween(9_900, 10_000).endsWith("xé😀").contains("[...]");
    DeadLetterAction discard = in(() -> store.history(id(5))).get(1);
    assertThat(discard.reason()).hasSize(1_000);
    assertThat(discard.who()).hasSize(255).doesNotContain("\0");
    assertThat(in(() -> store.sequences(subscription))).isEmpty();
  }

  @Test
  void pages_follow_one_another_by_their_keys() {
    for (long position = 1; position <= 7; position++) {
      park(position, "s" + position);
    }
    DeadLetterQuery mine = DeadLetterQuery.ALL.subscription(subscription);

    assertThat(positions(in(() -> store.page(mine, null, 3)))).containsExactly(1L, 2L, 3L);
    assertThat(positions(in(() -> store.page(mine, id(3), 3)))).containsExactly(4L, 5L, 6L);
    assertThat(positions(in(() -> store.page(mine, id(6), 3)))).containsExactly(7L);
    assertThat(in(() -> store.page(mine, id(7), 3))).isEmpty();
  }

  @Test
  void pages_go_through_all_subscriptions_in_order() {
    String second = subscription + "/2";
    park(9, "a");
    run(
        () ->
            store.park(
                new DeadLetterSubject(
                    new DeadLetterId(second, new GlobalPosition(1)), "a", "s", 1, "T", 1),
                FAILURE,
                1,
                NOW));

    List<DeadLetter> after = in(() -> store.page(DeadLetterQuery.ALL, id(8), 2));

    assertThat(after)
        .extracting(letter -> letter.id().subscription())
        .containsExactly(subscription, second);
  }

  @Test
  void letters_are_found_by_state_sequence_and_failure() {
    park(1, "a");
    queue("a", 2, 3);
    run(() -> store.park(subject(4, "b"), OTHER, 1, NOW));
    park(5, "c");
    step(5, DeadLetterStep.RETRY);
    handle(5);
    queue("d", 6, 7);
    DeadLetterQuery mine = DeadLetterQuery.ALL.subscription(subscription);

    assertThat(found(mine)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
    assertThat(found(mine.states(PARKED))).containsExactly(1L, 4L);
    assertThat(found(mine.states(WAITING, HANDLED))).containsExactly(2L, 3L, 5L, 6L, 7L);
    assertThat(found(mine.sequence("a"))).containsExactly(1L, 2L, 3L);
    assertThat(found(mine.failure("a.B"))).containsExactly(1L, 5L);
    assertThat(found(mine.failure("ORX-1").states(HANDLED))).containsExactly(5L);
    assertThat(found(mine.failure("c.D"))).containsExactly(4L);
    assertThat(found(mine.failure("bad"))).isEmpty();
    assertThat(found(mine.onlyFirst())).containsExactly(1L, 4L, 6L);
    assertThat(found(mine.onlyFirst().states(WAITING))).containsExactly(6L);
    assertThat(found(mine.onlyFirst().states(WAITING, HANDLED).sequence("a"))).isEmpty();
  }

  private List<Long> found(DeadLetterQuery query) {
    return positions(in(() -> store.page(query, null, 100)));
  }

  @Test
  void letters_are_counted_by_subscription_state_and_failure() {
    park(1, "a");
    park(2, "b");
    run(() -> store.park(subject(3, "c"), OTHER, 1, NOW));
    queue("a", 4, 5);
    step(2, DeadLetterStep.DISCARD);

    assertThat(in(store::counts))
        .filteredOn(count -> count.subscription().equals(subscription))
        .containsExactly(
            new DeadLetterCount(subscription, DISCARDED, "a.B", 1),
            new DeadLetterCount(subscription, PARKED, "a.B", 1),
            new DeadLetterCount(subscription, PARKED, "c.D", 1),
            new DeadLetterCount(subscription, WAITING, "", 2));
  }

  @Test
  void the_steps_of_one_unit_of_work_follow_one_another() {
    park(5, "a");
    run(
        () -> {
          store.require(retry(letter(5)));
          assertThat(store.runnable(subscription, GlobalPosition.START, 1)).hasSize(1);
          store.handled(store.find(id(5)).orElseThrow(), LATER);
          assertThat(store.history(id(5))).hasSize(3);
          store.queue(List.of(subject(6, "a")), LATER);
          Optional<DeadLetter> next = store.next(subscription, "a");
          assertThat(next).map(DeadLetter::id).contains(id(6));
        });

    assertThat(runnable()).containsExactly(6L);
  }
}
