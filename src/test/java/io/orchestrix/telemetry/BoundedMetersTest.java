package io.orchestrix.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundedMetersTest {

  private final Measured measured = new Measured();

  @Test
  void a_label_has_no_more_than_two_hundred_values_and_another_one() {
    BoundedMeters meters = new BoundedMeters(List.of(measured));

    for (int i = 0; i < 1_000; i++) {
      meters.count(Instrument.EVENTS_APPENDED, 1, List.of("account-" + i));
    }
    meters.count(Instrument.EVENTS_APPENDED, 1, List.of("account-7"));

    assertThat(measured.counts)
        .hasSize(BoundedMeters.MOST + 1)
        .containsEntry("EVENTS_APPENDED [other]", 800L)
        .containsEntry("EVENTS_APPENDED [account-7]", 2L);
  }

  @Test
  void one_label_out_of_bounds_leaves_the_others_as_they_are() {
    BoundedMeters meters = new BoundedMeters(List.of(measured));
    for (int i = 0; i < BoundedMeters.MOST; i++) {
      meters.time(Instrument.STORAGE, Duration.ZERO, List.of("operation-" + i, "success"));
    }

    meters.time(Instrument.STORAGE, Duration.ZERO, List.of("operation-x", "conflict"));

    assertThat(measured.times).containsKey("STORAGE [other, conflict]");
  }

  @Test
  void what_fails_or_cannot_be_linked_is_left_out_and_work_goes_on() {
    Measured old =
        new Measured() {
          @Override
          public void count(Instrument counter, long by, List<String> labels) {
            super.count(counter, by, labels);
            throw new NoSuchMethodError("of another version");
          }
        };
    BoundedMeters meters = new BoundedMeters(List.of(old, measured));

    meters.count(Instrument.SNAPSHOTS_USED, 1, List.of("account"));
    meters.count(Instrument.SNAPSHOTS_USED, 1, List.of("account"));

    assertThat(old.counts).containsEntry("SNAPSHOTS_USED [account]", 1L);
    assertThat(measured.counts).containsEntry("SNAPSHOTS_USED [account]", 2L);
  }
}
