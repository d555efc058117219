package io.orchestrix.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UpdatesTest {

  private final TestQueries app = new TestQueries();
  private final HandDriven hand = app.hand;
  private int balance = 10;
  private int asked;
  private Runnable whileAsked = () -> {};

  private QueryBus queries() {
    return app.answering(
            BalanceOf.class,
            query -> {
              asked++;
              int answer = balance;
              whileAsked.run();
              return answer;
            },
            "balances",
            "accounts")
        .start();
  }

  private Recorder<Integer> subscribed(long first) {
    Recorder<Integer> recorder = new Recorder<>(first);
    queries().subscribe(new BalanceOf("a")).subscribe(recorder);
    hand.work();
    return recorder;
  }

  private void change(int to) {
    balance = to;
    hand.change();
    hand.work();
  }

  @Test
  void a_subscriber_gets_the_answer_as_it_is() {
    Recorder<Integer> recorder = subscribed(5);

    assertThat(recorder.answers).containsExactly(10);
    assertThat(hand.listened).containsExactly(Set.of("balances", "accounts"));
  }

  @Test
  void a_changed_answer_comes_after_progress() {
    Recorder<Integer> recorder = subscribed(5);
    hand.rest();

    change(20);

    assertThat(recorder.answers).containsExactly(10, 20);
  }

  @Test
  void an_answer_that_is_equal_to_the_one_before_does_not_come_again() {
    Recorder<Integer> recorder = subscribed(2);
    hand.rest();
    change(10);
    hand.rest();
    change(20);

    assertThat(asked).isEqualTo(3);
    assertThat(recorder.answers).as("nor does it use up the demand").containsExactly(10, 20);
  }

  @Test
  void it_is_not_asked_again_before_the_interval_has_passed() {
    app.settings.put("orchestrix.query.update-interval", "PT2S");
    Recorder<Integer> recorder = subscribed(5);

    change(20);
    change(30);
    assertThat(asked).isEqualTo(1);
    hand.rest();

    assertThat(recorder.answers).containsExactly(10, 30);
    assertThat(asked).isEqualTo(2);
    assertThat(hand.pauses).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(2));
  }

  @Test
  void the_interval_is_a_tenth_of_a_second_unless_configured() {
    subscribed(1);

    assertThat(hand.pauses).containsExactly(Duration.ofMillis(100));
  }

  @Test
  void without_an_interval_it_is_asked_after_each_change() {
    app.settings.put("orchestrix.query.update-interval", "PT0S");
    Recorder<Integer> recorder = subscribed(5);

    change(20);
    change(30);

    assertThat(recorder.answers).containsExactly(10, 20, 30);
    assertThat(hand.resting).isEmpty();
  }

  @Test
  void a_change_while_it_is_asked_leads_to_another_ask() {
    whileAsked =
        () -> {
          whileAsked = () -> {};
          balance = 20;
          hand.change();
          hand.change();
        };
    Recorder<Integer> recorder = subscribed(5);
    hand.rest();

    assertThat(recorder.answers).containsExactly(10, 20);
    assertThat(asked).isEqualTo(2);
  }

  @Test
  void a_change_between_subscribing_and_the_first_ask_is_not_missed() {
    Recorder<Integer> recorder = new Recorder<>(5);
    queries().subscribe(new BalanceOf("a")).subscribe(recorder);
    balance = 20;
    hand.change();
    hand.work();
    hand.rest();

    assertThat(recorder.answers).containsExactly(20);
  }

  @Test
  void without_demand_only_the_newest_answer_comes_later() {
    Recorder<Integer> recorder = subscribed(1);
    hand.rest();
    change(20);
    hand.rest();
    change(30);
    hand.rest();
    assertThat(recorder.answers).containsExactly(10);
    assertThat(asked).as("nobody wants to know").isEqualTo(1);

    recorder.subscription().request(5);
    hand.work();

    assertThat(recorder.answers).containsExactly(10, 30);
  }

  @Test
  void demand_that_nothing_has_changed_for_asks_nothing() {
    Recorder<Integer> recorder = subscribed(1);
    hand.rest();

    recorder.subscription().request(1);
    hand.work();

    assertThat(asked).isEqualTo(1);
  }

  @Test
  void it_is_asked_in_a_unit_of_work_and_told_to_the_monitor() {
    whileAsked = () -> assertThat(app.unitOfWork.isActive()).isTrue();

    assertThat(subscribed(1).failures).isEmpty();
    assertThat(app.monitor.signals()).hasSize(1);
  }

  @Test
  void every_ask_is_on_behalf_of_who_has_subscribed() {
    hand.caller = "ada";
    Recorder<Integer> recorder = subscribed(5);
    hand.caller = "bob";
    hand.rest();
    change(20);

    assertThat(recorder.answers).hasSize(2);
    assertThat(hand.callers).containsExactly("ada", "ada");
  }

  @Test
  void subscribers_do_not_see_each_other() {
    Recorder<Integer> one = new Recorder<>(5);
    Recorder<Integer> other = new Recorder<>(5);
    var updates = queries().subscribe(new BalanceOf("a"));
    updates.subscribe(one);
    updates.subscribe(other);
    hand.work();
    one.subscription().cancel();
    hand.rest();
    change(20);

    assertThat(one.answers).containsExactly(10);
    assertThat(other.answers).containsExactly(10, 20);
  }

  @Test
  void a_query_whose_handler_names_no_projections_cannot_be_subscribed_to() {
    QueryBus queries = app.answering(BalanceOf.class, query -> 1).start();

    assertThatThrownBy(() -> queries.subscribe(new BalanceOf("a")))
        .isInstanceOf(NotSubscribableException.class)
        .hasMessageContaining("ORX-2207")
        .hasMessageContaining("its handler test")
        .hasMessageContaining("@HandlesQuery(reads = ");
  }

  @Test
  void what_may_not_be_asked_cannot_be_subscribed_to() {
    app.answering(LocalQueryBusTest.Secrets.class, query -> "secret", "secrets");
    QueryBus queries = queries();

    assertThatThrownBy(() -> queries.subscribe(new BalanceOf("")))
        .isInstanceOf(InvalidQueryException.class);
    assertThatThrownBy(() -> queries.subscribe(new LocalQueryBusTest.Secrets()))
        .isInstanceOf(ForbiddenQueryException.class);
    assertThat(hand.listeners).isEmpty();
  }

  @Test
  void a_failing_ask_ends_it() {
    Recorder<Integer> recorder = subscribed(5);
    hand.rest();
    IllegalStateException failure = new IllegalStateException("no");
    whileAsked =
        () -> {
          throw failure;
        };

    change(20);
    hand.rest();
    change(30);

    assertThat(recorder.answers).containsExactly(10);
    assertThat(recorder.failures).containsExactly(failure);
    assertThat(hand.listeners).isEmpty();
    assertThat(asked).isEqualTo(2);
  }

  @Test
  void a_failure_to_listen_ends_it() {
    IllegalStateException failure = new IllegalStateException("deaf");
    app.changes =
        (projections, onProgress) -> {
          throw failure;
        };

    Recorder<Integer> recorder = subscribed(5);

    assertThat(recorder.failures).containsExactly(failure);
    assertThat(asked).isZero();
  }

  @Test
  void that_no_thread_takes_it_ends_it() {
    Recorder<Integer> recorder = subscribed(5);
    hand.rest();
    hand.isFull = true;

    change(20);

    assertThat(recorder.failures).singleElement().isInstanceOf(QueryNotAcceptedException.class);
    assertThat(hand.listeners).isEmpty();
  }

  @Test
  void cancelling_releases_everything() {
    Recorder<Integer> recorder = subscribed(5);

    recorder.subscription().cancel();
    recorder.subscription().cancel();
    assertThat(hand.listeners).isEmpty();
    balance = 20;
    hand.rest();
    recorder.subscription().request(1);
    recorder.subscription().request(-1);
    hand.work();

    assertThat(recorder.answers).containsExactly(10);
    assertThat(recorder.failures).isEmpty();
    assertThat(asked).isEqualTo(1);
  }

  @Test
  void cancelling_while_it_is_asked_keeps_the_answer_back() {
    List<Recorder<Integer>> recorders = new ArrayList<>();
    whileAsked = () -> recorders.forEach(each -> each.subscription().cancel());
    Recorder<Integer> recorder = new Recorder<>(5);
    recorders.add(recorder);
    queries().subscribe(new BalanceOf("a")).subscribe(recorder);
    hand.work();

    assertThat(asked).isEqualTo(1);
    assertThat(recorder.answers).isEmpty();
  }
}
