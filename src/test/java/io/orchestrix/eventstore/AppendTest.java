package io.orchestrix.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orchestrix.message.CurrentMessage;
import io.orchestrix.message.Event;
import io.orchestrix.message.MetadataFactory;
import io.orchestrix.standalone.Orchestrix;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An event store as those use it who have no aggregates. */
class AppendTest {

  record Written(String line) implements Event {}

  private final MetadataFactory metadata =
      new MetadataFactory(Clock.systemUTC(), "/test", new CurrentMessage());
  private final Orchestrix app =
      Orchestrix.inMemory().module("diary", module -> module.event(Written.class)).start();
  private final EventStore store = app.events();
  private final StreamId diary = new StreamId("diary", "Ada");

  @AfterEach
  void stop() {
    app.close();
  }

  private AppendResult append(AppendCondition condition, String... lines) {
    return store.append(
        diary,
        condition,
        Stream.of(lines)
            .map(
                line ->
                    new NewEvent(metadata.create("Written", diary.toString()), new Written(line)))
            .toList());
  }

  private List<Event> read(StreamRange range) {
    return store.read(diary, range).map(RecordedEvent::payload).toList();
  }

  @Test
  void an_expected_version_is_the_number_of_events_that_are_there() {
    append(AppendCondition.atVersion(0), "a", "b");

    assertThat(append(AppendCondition.atVersion(2), "c").version()).isEqualTo(3);
    assertThat(store.read(diary)).extracting(RecordedEvent::version).containsExactly(1L, 2L, 3L);
  }

  @Test
  void without_an_expected_version_events_are_added_to_whatever_is_there() {
    append(AppendCondition.any(), "a");
    append(AppendCondition.any(), "b");

    assertThat(read(StreamRange.ALL)).containsExactly(new Written("a"), new Written("b"));
  }

  @Test
  void a_conflict_names_the_stream_what_was_expected_and_what_is_there() {
    append(AppendCondition.noStream(), "a", "b");

    AppendConflictException conflict =
        catchThrowableOfType(
            AppendConflictException.class, () -> append(AppendCondition.atVersion(1), "c"));

    assertThat(conflict.stream()).isEqualTo(diary);
    assertThat(conflict.expected()).isEqualTo(AppendCondition.atVersion(1));
    assertThat(conflict.actual()).isEqualTo(OptionalLong.of(2));
    assertThat(read(StreamRange.ALL)).hasSize(2);
  }

  @Test
  void an_append_without_events_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> append(AppendCondition.any()))
        .withMessage("An append takes at least one event.");
  }

  @Test
  void a_stream_is_read_from_a_version_and_one_that_is_not_there_is_empty() {
    assertThat(read(StreamRange.ALL)).isEmpty();
    append(AppendCondition.noStream(), "a", "b", "c");

    assertThat(read(StreamRange.ALL.from(2))).containsExactly(new Written("b"), new Written("c"));
  }
}
