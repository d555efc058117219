package io.orchestrix.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.message.GlobalPosition;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventFeedTest {

  private final Kept kept = Kept.Kind.IN_MEMORY.open();
  private final Threads threads = new Threads();
  private final EventFeed feed = new EventFeed(kept.events(), threads);

  @AfterEach
  void close() {
    threads.close();
  }

  private GlobalPosition append(int events) {
    return kept.append(
        "a", IntStream.range(0, events).mapToObj(Integer::toString).toArray(String[]::new));
  }

  @Test
  void gives_as_many_as_are_asked_for_however_many_are_read_at_once() {
    append(3 * EventChunk.FULL);

    List<RecordedEvent> found = feed.after(new GlobalPosition(10), 2 * EventChunk.FULL + 1);

    assertThat(found)
        .extracting(event -> event.position().value())
        .containsExactlyElementsOf(
            IntStream.rangeClosed(11, 11 + 2 * EventChunk.FULL)
                .mapToObj(position -> (long) position)
                .toList());
  }

  @Test
  void who_polls_hears_of_events_that_somebody_else_has_read_on() {
    GlobalPosition first = append(1);
    assertThat(feed.after(first, 1)).isEmpty(); // and waits
    assertThat(feed.poll()).isTrue();
    assertThat(feed.poll()).isFalse();
    append(1);
    assertThat(feed.after(GlobalPosition.START, 10)).hasSize(2);

    assertThat(feed.poll()).isTrue();
    assertThat(feed.poll()).isFalse();
  }

  @Test
  void gives_what_there_is_at_the_end() {
    GlobalPosition last = append(EventChunk.FULL);

    assertThat(feed.after(GlobalPosition.START, EventChunk.FULL + 1)).hasSize(EventChunk.FULL);
    assertThat(feed.after(last, 1)).isEmpty();
  }
}
