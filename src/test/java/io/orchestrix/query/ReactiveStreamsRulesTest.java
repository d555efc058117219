package io.orchestrix.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow.Publisher;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of Reactive Streams that a publisher and its subscriptions have to keep. */
class ReactiveStreamsRulesTest {

  private final TestQueries app = new TestQueries();
  private final HandDriven hand = app.hand;
  private int balance;

  private Publisher<Integer> updates() {
    app.settings.put("orchestrix.query.update-interval", "PT0S");
    return app.answering(BalanceOf.class, query -> balance, "balances")
        .start()
        .subscribe(new BalanceOf("a"));
  }

  private Recorder<Integer> subscribed(long first) {
    Recorder<Integer> recorder = new Recorder<>(first);
    updates().subscribe(recorder);
    hand.work();
    return recorder;
  }

  private void change() {
    balance++;
    hand.change();
    hand.work();
  }

  @Test
  void rule_1_1_no_more_is_signalled_than_was_requested() {
    Recorder<Integer> recorder = subscribed(2);
    change();
    change();
    change();

    assertThat(recorder.answers).containsExactly(0, 1);
  }

  @Test
  void rule_1_3_nothing_is_signalled_before_on_subscribe_has_returned() {
    List<String> signals = new ArrayList<>();
    hand.work();
    updates()
        .subscribe(
            new Subscriber<>() {
              @Override
              public void onSubscribe(Subscription subscription) {
                subscription.request(1);
                hand.change();
                hand.work();
                signals.add("subscribed");
              }

              @Override
              public void onNext(Integer answer) {
                signals.add("next");
              }

              @Override
              public void onError(Throwable failure) {
                signals.add("error");
              }

              @Override
              public void onComplete() {
                signals.add("complete");
              }
            });
    hand.work();

    assertThat(signals).containsExactly("subscribed", "next");
  }

  @Test
  @SuppressWarnings("NullAway") // that is the point
  void rule_1_9_nobody_cannot_subscribe() {
    Publisher<Integer> updates = updates();

    assertThatThrownBy(() -> updates.subscribe(null)).isInstanceOf(NullPointerException.class);
    assertThat(hand.listeners).isEmpty();
  }

  @Test
  void rule_2_13_a_subscriber_that_throws_counts_as_cancelled() {
    Recorder<Integer> recorder = new Recorder<>(5);
    recorder.onNext =
        () -> {
          throw new IllegalStateException("no");
        };
    updates().subscribe(recorder);
    hand.work();
    change();

    assertThat(recorder.answers).hasSize(1);
    assertThat(recorder.failures).isEmpty();
    assertThat(hand.listeners).isEmpty();
  }

  @Test
  void rule_3_2_on_subscribe_may_cancel() {
    Recorder<Integer> unused = new Recorder<>(1);
    Publisher<Integer> updates = updates();
    updates.subscribe(
        new Subscriber<>() {
          @Override
          public void onSubscribe(Subscription subscription) {
            subscription.request(1);
            subscription.cancel();
          }

          @Override
          public void onNext(Integer answer) {
            unused.onNext(answer);
          }

          @Override
          public void onError(Throwable failure) {
            unused.onError(failure);
          }

          @Override
          public void onComplete() {}
        });
    hand.work();

    assertThat(unused.answers).isEmpty();
    assertThat(hand.listened).isEmpty();
  }

  @Test
  void rule_3_3_a_request_from_on_next_signals_nothing_on_its_stack() {
    List<Integer> depths = new ArrayList<>();
    int[] depth = new int[1];
    Recorder<Integer> recorder = new Recorder<>(1);
    recorder.onNext =
        () -> {
          depths.add(++depth[0]);
          balance++;
          hand.change();
          if (balance < 5) {
            recorder.subscription().request(1);
          }
          depth[0]--;
        };
    updates().subscribe(recorder);
    hand.work();

    assertThat(recorder.answers).containsExactly(0, 1, 2, 3, 4);
    assertThat(depths).containsOnly(1);
    assertThat(recorder.overlaps).hasValue(0);
  }

  @Test
  void rule_3_4_a_request_asks_nothing_on_the_thread_of_the_subscriber() {
    Recorder<Integer> recorder = new Recorder<>(0);
    updates().subscribe(recorder);

    recorder.subscription().request(1);

    assertThat(recorder.answers).isEmpty();
    assertThat(hand.waiting).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MIN_VALUE})
  void rule_3_9_a_request_of_less_than_one_ends_it(long many) {
    Recorder<Integer> recorder = subscribed(1);
    recorder.subscription().request(many);
    hand.work();
    recorder.subscription().request(1);
    change();

    assertThat(recorder.failures)
        .singleElement()
        .isInstanceOf(IllegalArgumentException.class)
        .asString()
        .contains("3.9");
    assertThat(recorder.answers).hasSize(1);
    assertThat(hand.listeners).isEmpty();
  }

  @Test
  void rule_3_9_counts_in_on_subscribe_and_in_on_next_too() {
    assertThat(subscribed(-1).failures)
        .singleElement()
        .isInstanceOf(IllegalArgumentException.class);

    Recorder<Integer> recorder = new Recorder<>(1);
    recorder.onNext = () -> recorder.subscription().request(0);
    updates().subscribe(recorder);
    hand.work();

    assertThat(recorder.answers).hasSize(1);
    assertThat(recorder.failures).singleElement().isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void rule_3_13_cancelling_drops_the_subscriber() {
    Publisher<Integer> updates = updates();
    List<Subscription> subscriptions = new ArrayList<>();
    WeakReference<Recorder<Integer>> dropped = subscribeAndForget(updates, subscriptions);
    subscriptions.get(0).cancel();

    org.awaitility.Awaitility.await()
        .untilAsserted(
            () -> {
              System.gc();
              assertThat(dropped.get()).isNull();
            });
  }

  private WeakReference<Recorder<Integer>> subscribeAndForget(
      Publisher<Integer> updates, List<Subscription> subscriptions) {
    Recorder<Integer> recorder = new Recorder<>(1);
    updates.subscribe(recorder);
    hand.work();
    subscriptions.add(recorder.subscription());
    return new WeakReference<>(recorder);
  }

  @Test
  void rule_3_17_demand_adds_up_to_unbounded() {
    Recorder<Integer> recorder = subscribed(Long.MAX_VALUE);
    recorder.subscription().request(Long.MAX_VALUE);
    change();
    recorder.subscription().request(1);
    change();

    assertThat(recorder.answers).containsExactly(0, 1, 2);
    assertThat(recorder.failures).isEmpty();
  }
}
