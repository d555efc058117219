package io.orchestrix.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.bench.Goal.Below;
import io.orchestrix.bench.Goal.PerSecond;
import io.orchestrix.bench.Goal.Times;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GoalTest {

  private static final Map<String, Figures> FIGURES =
      Map.of("orchestrix", of(700), "raw", of(1_000));

  private static Figures of(double figure) {
    return new Figures(List.of(figure));
  }

  private static Row row(Goal... goals) {
    return new Row("create", 8, "commands/s", FIGURES, List.of(goals));
  }

  @Test
  void a_part_of_another_figure_is_reached_from_exactly_that_on() {
    assertThat(row(new Times(0.7, "raw")).isReached()).contains(true);
    assertThat(row(new Times(0.71, "raw")).isReached()).contains(false);
  }

  @Test
  void an_absolute_figure_asks_nobody_else() {
    assertThat(row(new PerSecond(700)).isReached()).contains(true);
    assertThat(row(new PerSecond(701)).isReached()).contains(false);
  }

  @Test
  void a_figure_that_is_to_be_small_stays_below() {
    assertThat(row(new Below(701, "ms")).isReached()).contains(true);
    assertThat(row(new Below(700, "ms")).isReached()).contains(false);
  }

  @Test
  void one_goal_that_is_missed_is_enough() {
    assertThat(row(new PerSecond(1), new PerSecond(701), new PerSecond(2)).isReached())
        .contains(false);
  }

  @Test
  void nobody_wins_against_someone_who_was_not_there() {
    assertThat(row(new Times(0.7, "axon")).isReached()).isEmpty();
    assertThat(row(new PerSecond(1), new Times(0.7, "axon")).isReached()).isEmpty();
  }

  @Test
  void without_a_goal_nothing_is_reached() {
    assertThat(row().isReached()).isEmpty();
  }
}
