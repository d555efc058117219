package io.orchestrix.rest.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.cdi.DeadlineLife;
import io.orchestrix.cdi.SubscriptionLife;
import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.NewEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.harness.Container;
import io.orchestrix.harness.Database;
import io.orchestrix.message.EventTypes;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.message.MetadataFactory;
import io.orchestrix.projection.Projections;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An application at work, and the API of it, without a server. */
record Site(Container container, ScheduledExecutorService timer) implements AutoCloseable {

  /** The subscription of the projection, as paths have it. */
  static final String COUNTS = "counts~11";

  static Site start(String visibility) {
    Shop.forget();
    Container container =
        Container.startWith(
            Map.of(
                "orchestrix.subscriptions.poll", "PT0.05S",
                "orchestrix.projections.failure.policy", "none",
                "orchestrix.projections.old-kept", "PT0S",
                "orchestrix.deadlines.failure.policy", "none",
                "orchestrix.sagas.retry.policy", "none"),
            Database.H2.open(),
            Shop.class,
            Shop.Counts.class,
            Shop.Direct.class,
            Shop.Counted.class,
            Shop.Order.class);
    Site site = new Site(container, Executors.newSingleThreadScheduledExecutor());
    site.shows(visibility);
    site.begin();
    return site;
  }

  /** The settings of a test are gone when it begins, so what reads them begins now. */
  private void shows(String visibility) {
    String key = "orchestrix.payload-visibility";
    System.setProperty(key, visibility);
    try {
      boolean isShown = get(EventViews.class).arePayloadsShown();
      assertThat(isShown).isEqualTo(!visibility.equals("none"));
      assertThat(get(PayloadViews.class).isAllShown()).isEqualTo(visibility.equals("full"));
      assertThat(json(new Reason(null))).isEqualTo("{\"reason\":null}");
    } finally {
      System.clearProperty(key);
    }
  }

  private void begin() {
    SubscriptionLife subscriptions = get(SubscriptionLife.class);
    DeadlineLife deadlines = get(DeadlineLife.class);
    subscriptions.begin();
    deadlines.begin(
        delay -> {
          Future<?> unused = timer.schedule(deadlines::ring, delay.toNanos(), TimeUnit.NANOSECONDS);
        });
    every(subscriptions::beat);
    every(deadlines::beat);
  }

  private void every(Runnable beat) {
    Future<?> unused = timer.scheduleWithFixedDelay(beat, 50, 50, TimeUnit.MILLISECONDS);
  }

  <T> T get(Class<T> type) {
    return container.get(type);
  }

  /** An answer as clients get it. */
  String json(Record answer) {
    return get(AnswerWriter.class).json(answer);
  }

  /** Something was counted, in a stream of its name. */
  GlobalPosition count(String name, int by) {
    StreamId stream = new StreamId("count", name);
    NewEvent event =
        new NewEvent(
            get(MetadataFactory.class)
                .create(EventTypes.nameOf(Shop.Counted.class), stream.toString()),
            new Shop.Counted(name, "Ada Lovelace", by));
    return get(EventStore.class).append(stream, AppendCondition.any(), List.of(event)).position();
  }

  /** An event that fails, and where it is, when it is a dead letter. */
  String failed(String name) {
    GlobalPosition position = count(name, -1);
    assertThat(get(Projections.class).await("counts", position, Duration.ofSeconds(20))).isTrue();
    return position.toString();
  }

  static Paging paging(@Nullable String after, @Nullable String limit) {
    Paging paging = new Paging();
    paging.after = after;
    paging.limit = limit;
    return paging;
  }

  static Paging all() {
    return paging(null, "500");
  }

  /** All pages of a few elements each, one after the other. */
  static <T> List<T> pages(int limit, Function<Paging, Page<T>> list) {
    List<T> all = new ArrayList<>();
    String after = null;
    do {
      Page<T> page = list.apply(paging(after, Integer.toString(limit)));
      all.addAll(page.items());
      after = page.next();
    } while (after != null);
    return all;
  }

  @Override
  public void close() {
    timer.shutdownNow();
    get(SubscriptionLife.class).end();
    get(DeadlineLife.class).end();
    container.close();
  }
}
