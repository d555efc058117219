package io.orchestrix.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {

  @Test
  void the_median_is_the_one_in_the_middle() {
    assertThat(new Figures(List.of(5.0, 100.0, 4.0)).median()).isEqualTo(5);
  }

  @Test
  void the_median_of_an_even_number_lies_between_the_two_in_the_middle() {
    assertThat(new Figures(List.of(1.0, 8.0, 4.0, 2.0)).median()).isEqualTo(3);
  }

  @Test
  void the_spread_is_half_of_the_distance_as_a_part_of_the_median() {
    assertThat(new Figures(List.of(10.0, 9.0, 12.0)).spread()).isEqualTo(0.15);
  }
}
