package io.orchestrix.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.orchestrix.eventstore.EventStore;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Faulty stores do not pass. */
class EventStoreConformanceTest {

  /** What is true of a store that does nothing. */
  private static final List<String> TRIVIAL =
      List.of(
          "a stream that does not exist is empty",
          "of a stream that never existed nothing is known");

  private static List<String> failed(EventStore store) {
    return failed(() -> store);
  }

  private static List<String> failed(EventStoreFixture fixture) {
    return EventStoreConformance.cases(fixture).stream()
        .filter(each -> !passes(each))
        .map(ConformanceCase::name)
        .toList();
  }

  private static boolean passes(ConformanceCase each) {
    try {
      each.run();
      return true;
    } catch (AssertionError | RuntimeException e) {
      return false;
    }
  }

  @Test
  void a_store_that_does_nothing_fails_all_but_what_is_trivial() {
    List<String> all = new ArrayList<>(names());
    all.removeAll(TRIVIAL);

    assertThat(failed(new IdleEventStore())).isEqualTo(all);
  }

  @Test
  void a_sound_store_fails_nothing() {
    assertThat(failed(new ForwardingEventStore())).isEmpty();
    assertThat(failed(FaultyFixture.SOUND)).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> a_store_that_tells_publishers_in_a_faulty_way_fails_the_cases_about_that() {
    return FaultyFixture.all().entrySet().stream()
        .map(
            fault ->
                DynamicTest.dynamicTest(
                    fault.getKey().name(),
                    () -> assertThat(failed(fault.getKey())).containsAll(fault.getValue())));
  }

  @Test
  void every_case_about_publishers_is_failed_by_a_faulty_store() {
    List<String> named = FaultyFixture.all().values().stream().flatMap(List::stream).toList();

    assertThat(names(FaultyFixture.SOUND))
        .filteredOn(name -> name.contains("publisher"))
        .isNotEmpty()
        .isSubsetOf(named);
  }

  @TestFactory
  Stream<DynamicTest> a_faulty_store_fails_the_case_that_is_about_its_fault() {
    return EventStoreFaults.all().entrySet().stream()
        .map(
            fault ->
                DynamicTest.dynamicTest(
                    fault.getKey().getClass().getSimpleName(),
                    () -> assertThat(failed(fault.getKey())).contains(fault.getValue())));
  }

  @Test
  void no_two_cases_have_the_same_name() {
    assertThat(names(FaultyFixture.SOUND))
        .doesNotHaveDuplicates()
        .contains(TRIVIAL.toArray(String[]::new));
  }

  private static List<String> names() {
    return names(IdleEventStore::new);
  }

  private static List<String> names(EventStoreFixture fixture) {
    return EventStoreConformance.cases(fixture).stream().map(ConformanceCase::name).toList();
  }

  @Test
  void a_failure_says_what_was_expected_and_what_is() {
    ConformanceCase any =
        EventStoreConformance.cases(IdleEventStore::new).stream()
            .filter(each -> each.name().equals("'any' appends to whatever is there"))
            .findFirst()
            .orElseThrow();

    assertThat(catchThrowable(any::run))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("the events of testkit-")
        .hasMessageEndingWith("/one: expected%n  [a, b]%nbut was%n  []".formatted());
  }
}
