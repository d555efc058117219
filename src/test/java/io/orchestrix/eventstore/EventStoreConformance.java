package io.orchestrix.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.message.CurrentMessage;
import io.orchestrix.message.Event;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.message.MetadataFactory;
import io.orchestrix.message.UnknownEventTypeException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every event store does. */
abstract class EventStoreConformance {

  private final MetadataFactory metadata =
      new MetadataFactory(Clock.systemUTC(), "/test", new CurrentMessage());
  private final StreamId stream = new StreamId("note", "ä/" + UUID.randomUUID());

  /** The store under test; it knows the event {@link Noted}. */
  abstract EventStore store();

  private NewEvent event(String text) {
    return new NewEvent(metadata.create("noted", stream.toString()), Noted.of(text));
  }

  private AppendResult append(AppendCondition condition, String... texts) {
    return store().append(stream, condition, Stream.of(texts).map(this::event).toList());
  }

  private List<String> texts() {
    return store().read(stream).map(event -> ((Noted) event.payload()).text()).toList();
  }

  @Test
  void what_was_appended_is_read_as_it_was() {
    NewEvent first = event("first");
    NewEvent second = event("second");

    AppendResult result =
        store().append(stream, AppendCondition.noStream(), List.of(first, second));

    List<RecordedEvent> read = store().read(stream).toList();
    assertThat(read)
        .extracting(RecordedEvent::payload)
        .containsExactly(first.payload(), second.payload());
    assertThat(read)
        .extracting(RecordedEvent::metadata)
        .containsExactly(first.metadata(), second.metadata());
    assertThat(read).extracting(RecordedEvent::stream).containsOnly(stream);
    assertThat(read).extracting(RecordedEvent::version).containsExactly(1L, 2L);
    assertThat(result).isEqualTo(new AppendResult(stream, 2, read.get(1).position()));
  }

  @Test
  void a_stream_that_does_not_exist_is_empty() {
    assertThat(store().read(stream)).isEmpty();
  }

  @Test
  void an_append_without_events_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> store().append(stream, AppendCondition.any(), List.of()));
  }

  @Test
  void an_event_of_an_unknown_type_is_refused_and_nothing_is_appended() {
    record Stranger() implements Event {}
    NewEvent stranger = new NewEvent(metadata.create("stranger", null), new Stranger());

    assertThatThrownBy(
            () -> store().append(stream, AppendCondition.any(), List.of(event("a"), stranger)))
        .isInstanceOf(UnknownEventTypeException.class)
        .hasMessageStartingWith("ORX-1003")
        .hasMessageContaining("Stranger");
    assertThat(store().read(stream)).isEmpty();
  }

  @Test
  void any_appends_to_whatever_is_there() {
    append(AppendCondition.any(), "a");
    append(AppendCondition.any(), "b");

    assertThat(texts()).containsExactly("a", "b");
  }

  @Test
  void no_stream_refuses_a_stream_that_exists() {
    append(AppendCondition.noStream(), "a");

    assertThatThrownBy(() -> append(AppendCondition.noStream(), "b"))
        .isInstanceOf(AppendConflictException.class)
        .hasMessage(
            "ORX-3001 Tried to append to %s, expected not to exist; it is in version 1. "
                    .formatted(stream)
                + "Nothing was appended. Load it again and decide again.");
    assertThat(texts()).containsExactly("a");
  }

  @Test
  void stream_exists_refuses_a_stream_that_does_not() {
    assertThatThrownBy(() -> append(AppendCondition.streamExists(), "a"))
        .isInstanceOf(AppendConflictException.class)
        .hasMessage(
            "ORX-3001 Tried to append to %s, expected to exist; it does not exist. "
                    .formatted(stream)
                + "Nothing was appended. Load it again and decide again.");
  }

  @Test
  void at_version_takes_only_that_version() {
    append(AppendCondition.atVersion(0), "a", "b");
    append(AppendCondition.atVersion(2), "c");

    assertThatThrownBy(() -> append(AppendCondition.atVersion(2), "d"))
        .isInstanceOfSatisfying(
            AppendConflictException.class,
            conflict -> {
              assertThat(conflict.stream()).isEqualTo(stream);
              assertThat(conflict.expected()).isEqualTo(AppendCondition.atVersion(2));
              assertThat(conflict.actual()).hasValue(3);
            });
    assertThat(texts()).containsExactly("a", "b", "c");
  }

  @Test
  void a_stream_is_read_in_pages_from_any_version() {
    append(AppendCondition.any(), "a", "b", "c", "d");

    assertThat(store().page(stream, StreamRange.ALL.from(2), 2))
        .extracting(RecordedEvent::version)
        .containsExactly(2L, 3L);
    assertThat(store().page(stream, StreamRange.ALL.from(5), 2)).isEmpty();
  }

  @Test
  void a_long_stream_is_read_whole() {
    int length = StreamReader.PAGE * 2 + 1;
    append(
        AppendCondition.any(),
        IntStream.range(0, length).mapToObj(Integer::toString).toArray(String[]::new));

    assertThat(texts())
        .hasSize(length)
        .doesNotHaveDuplicates()
        .startsWith("0", "1")
        .endsWith(Integer.toString(length - 1));
  }

  @Test
  void streams_of_other_names_are_other_streams() {
    StreamId other = new StreamId(stream.category(), stream.key() + "x");
    append(AppendCondition.any(), "a");
    store().append(other, AppendCondition.noStream(), List.of(event("b")));

    assertThat(texts()).containsExactly("a");
  }

  @Test
  void all_events_are_read_in_the_order_of_their_positions() {
    GlobalPosition before = append(AppendCondition.any(), "before").position();
    append(AppendCondition.any(), "a");
    store()
        .append(
            new StreamId("note", UUID.randomUUID().toString()),
            AppendCondition.any(),
            List.of(event("b")));
    append(AppendCondition.any(), "c");

    List<RecordedEvent> page = store().pageOfAll(before, 10);

    assertThat(page)
        .extracting(event -> ((Noted) event.payload()).text())
        .containsExactly("a", "b", "c");
    assertThat(page).extracting(RecordedEvent::position).isSorted().doesNotHaveDuplicates();
    assertThat(store().pageOfAll(page.get(2).position(), 10)).isEmpty();
    assertThat(store().pageOfAll(before, 2)).isEqualTo(page.subList(0, 2));
  }

  @Test
  void an_event_without_cause_and_trace_keeps_them_empty() {
    append(AppendCondition.any(), "a");

    RecordedEvent read = store().read(stream).findFirst().orElseThrow();
    assertThat(read.metadata().causationId()).isNull();
    assertThat(read.metadata().traceparent()).isNull();
    assertThat(read.metadata().correlationId()).isEqualTo(read.metadata().id());
  }
}
