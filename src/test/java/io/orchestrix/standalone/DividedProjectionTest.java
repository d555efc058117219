package io.orchestrix.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.orchestrix.aggregate.AggregateRepository;
import io.orchestrix.config.AfterFailure;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.projection.OnReset;
import io.orchestrix.projection.Projection;
import io.orchestrix.projection.ProjectionStatus;
import io.orchestrix.projection.ReadModel;
import io.orchestrix.standalone.Purse.CoinsPut;
import io.orchestrix.standalone.Purse.Put;
import io.orchestrix.subscription.HandlesEvent;
import io.orchestrix.subscription.OnFailure;
import io.orchestrix.subscription.SegmentState;
import io.orchestrix.subscription.SubscriptionState;
import io.orchestrix.subscription.SubscriptionStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A projection in two segments, one of which an event stops. */
class DividedProjectionTest {

  private static final Duration SOON = Duration.ofSeconds(10);

  private record Note(int version, long position, String purse) {}

  @Projection(value = "notes", segments = 2)
  @OnFailure(attempts = 1, then = AfterFailure.STOP)
  static class Notes {
    private final List<Note> notes = new CopyOnWriteArrayList<>();
    private volatile String refused = "";
    private volatile int refusedIn = 1;

    void put(@HandlesEvent CoinsPut event, ReadModel readModel, GlobalPosition position) {
      if (event.purse().equals(refused) && readModel.version() == refusedIn) {
        throw new IllegalStateException("refused");
      }
      notes.add(new Note(readModel.version(), position.value(), event.purse()));
    }

    @OnReset
    void reset(ReadModel readModel, GlobalPosition after) {
      notes.removeIf(
          note -> note.version() == readModel.version() && note.position() > after.value());
    }
  }

  @Projection("forgetful")
  static class Forgetful {
    private final List<String> purses = new CopyOnWriteArrayList<>();

    void put(@HandlesEvent CoinsPut event) {
      purses.add(event.purse());
    }

    @OnReset
    void reset() {
      purses.clear();
    }
  }

  private final Notes notes = new Notes();
  private final Forgetful forgetful = new Forgetful();
  private final Orchestrix app =
      Orchestrix.inMemory()
          .module(
              "purses",
              module -> {
                AggregateRepository<Purse> purses = module.aggregate(Purse.class);
                module.handles(
                    Put.class,
                    command ->
                        purses.updateOrCreate(
                            command.purse(), purse -> purse.put(command.amount())));
                module.projection(notes);
                module.projection(forgetful);
              })
          .start();

  @AfterEach
  void close() {
    app.close();
  }

  private GlobalPosition putOneInEach() {
    for (int i = 0; i < 10; i++) {
      app.commands().send(new Put("p" + i, 1));
    }
    return app.events().watermark().position();
  }

  private SubscriptionStatus status() {
    return Optional.ofNullable(app.projections().status("notes").subscription()).orElseThrow();
  }

  private @Nullable SubscriptionState next() {
    return Optional.ofNullable(app.projections().status("notes").rebuild())
        .map(ProjectionStatus.Rebuild::subscription)
        .map(SubscriptionStatus::state)
        .orElse(null);
  }

  private void awaitOtherSegment(GlobalPosition last) {
    await()
        .until(
            () ->
                status().state() == SubscriptionState.FAILED
                    && status().segments().stream()
                        .map(SegmentState::checkpoint)
                        .anyMatch(last::equals));
  }

  @Test
  void a_replay_from_a_position_on_counts_nothing_twice_where_a_segment_is_behind_it() {
    assertThat(app.projections().await("notes", putOneInEach(), SOON)).isTrue();
    notes.refused = "p3";
    GlobalPosition second = putOneInEach();
    awaitOtherSegment(second);
    GlobalPosition last = putOneInEach();
    awaitOtherSegment(last);
    notes.refused = "";

    app.projections().replay("notes", second);

    assertThat(app.projections().await("notes", last, SOON)).isTrue();
    assertThat(notes.notes).hasSize(30).doesNotHaveDuplicates();
  }

  @Test
  void nobody_waits_for_a_next_version_that_stands_still() {
    assertThat(app.projections().await("notes", putOneInEach(), SOON)).isTrue();
    notes.refused = "p3";
    notes.refusedIn = 2;
    app.projections().rebuild("notes");
    await().until(() -> next() == SubscriptionState.FAILED);
    app.projections().switchOver("notes");

    assertThat(app.projections().await("notes", putOneInEach(), SOON)).isTrue();
    notes.refused = "";
    app.projections().resume("notes");

    await().until(() -> app.projections().live("notes").version() == 2);
    assertThat(notes.notes.stream().filter(note -> note.version() == 2))
        .hasSize(20)
        .doesNotHaveDuplicates();
  }

  @Test
  void what_takes_back_everything_is_replayed_from_the_start_only() {
    GlobalPosition last = putOneInEach();
    assertThat(app.projections().await("forgetful", last, SOON)).isTrue();

    assertThatThrownBy(() -> app.projections().replay("forgetful", new GlobalPosition(5)))
        .hasMessageContaining("ORX-3431");
    app.projections().replay("forgetful");

    assertThat(app.projections().await("forgetful", last, SOON)).isTrue();
    assertThat(forgetful.purses).hasSize(10);
  }
}
