package io.orchestrix.testkit;

import io.orchestrix.eventstore.Append;
import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.AppendResult;
import io.orchestrix.eventstore.EventFilter;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.NewEvent;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.eventstore.StreamInfo;
import io.orchestrix.eventstore.StreamQuery;
import io.orchestrix.eventstore.StreamRange;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.message.Metadata;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stores of which each has one fault. */
final class EventStoreFaults {

  private EventStoreFaults() {}

  /** Appends to whatever is there. */
  static final class NoConditions extends ForwardingEventStore {
    @Override
    public List<AppendResult> append(List<Append> appends) {
      return super.append(
          appends.stream()
              .map(each -> new Append(each.stream(), AppendCondition.any(), each.events()))
              .toList());
    }
  }

  /** Loses the second event of an append. */
  static final class LosesSecond extends ForwardingEventStore {
    @Override
    public List<AppendResult> append(List<Append> appends) {
      return super.append(appends.stream().map(LosesSecond::withoutSecond).toList());
    }

    private static Append withoutSecond(Append append) {
      List<NewEvent> events = new ArrayList<>(append.events());
      if (events.size() > 1) {
        events.remove(1);
      }
      return new Append(append.stream(), append.condition(), events);
    }
  }

  /** Appends to one stream after the other. */
  static final class PieceByPiece extends ForwardingEventStore {
    @Override
    public List<AppendResult> append(List<Append> appends) {
      return appends.stream().flatMap(each -> super.append(List.of(each)).stream()).toList();
    }
  }

  /** Leaves a part of the filter out. */
  static final class WithoutFilter extends ForwardingEventStore {
    private final boolean ofTags;

    WithoutFilter(boolean ofTags) {
      this.ofTags = ofTags;
    }

    @Override
    public List<RecordedEvent> pageOfAll(GlobalPosition after, EventFilter filter, int atMost) {
      EventFilter loose =
          new EventFilter(
              ofTags ? filter.types() : Set.of(),
              filter.categories(),
              filter.correlationId(),
              ofTags ? Set.of() : filter.tags());
      return super.pageOfAll(after, loose, atMost);
    }
  }

  /** Takes a page first and filters it then. */
  static final class FiltersPages extends ForwardingEventStore {
    @Override
    public List<RecordedEvent> pageOfAll(GlobalPosition after, EventFilter filter, int atMost) {
      List<RecordedEvent> page = super.pageOfAll(after, EventFilter.NONE, atMost);
      return page.stream().filter(super.pageOfAll(after, filter, atMost)::contains).toList();
    }
  }

  /** Gives a page of all events in another order. */
  static final class Unordered extends ForwardingEventStore {
    @Override
    public List<RecordedEvent> pageOfAll(GlobalPosition after, EventFilter filter, int atMost) {
      List<RecordedEvent> page = new ArrayList<>(super.pageOfAll(after, filter, atMost));
      Collections.reverse(page);
      return page;
    }
  }

  /** Shows the last event seen once more. */
  static final class SeesTwice extends ForwardingEventStore {
    @Override
    public List<RecordedEvent> pageOfAll(GlobalPosition after, EventFilter filter, int atMost) {
      return super.pageOfAll(new GlobalPosition(Math.max(0, after.value() - 1)), filter, atMost);
    }
  }

  /** Reads backwards from the beginning of a range. */
  static final class WrongEnd extends ForwardingEventStore {
    @Override
    public List<RecordedEvent> page(StreamId stream, StreamRange range, int atMost) {
      StreamRange forwards = new StreamRange(range.first(), range.last(), range.until(), false);
      List<RecordedEvent> page = new ArrayList<>(super.page(stream, forwards, atMost));
      if (range.isBackwards()) {
        Collections.reverse(page);
      }
      return page;
    }
  }

  /** Reads a stream at once. */
  static final class Greedy extends ForwardingEventStore {
    @Override
    public Stream<RecordedEvent> read(StreamId stream, StreamRange range) {
      return super.read(stream, range).toList().stream();
    }
  }

  /** Stores what is repeated once more. */
  static final class NewIds extends ForwardingEventStore {
    @Override
    public List<AppendResult> append(List<Append> appends) {
      return super.append(appends.stream().map(NewIds::withOtherIds).toList());
    }

    private static Append withOtherIds(Append append) {
      List<NewEvent> events =
          append.events().stream()
              .map(event -> new NewEvent(withOtherId(event.metadata()), event.payload()))
              .toList();
      return new Append(append.stream(), append.condition(), events);
    }

    private static Metadata withOtherId(Metadata old) {
      return new Metadata(
          Scene.id(),
          old.type(),
          old.source(),
          old.subject(),
          old.time(),
          old.correlationId(),
          old.causationId(),
          old.traceparent());
    }
  }

  /** Forgets what it has deleted. */
  static final class Forgets extends ForwardingEventStore {
    @Override
    public Optional<StreamInfo> info(StreamId stream) {
      return super.info(stream).filter(info -> super.page(stream, StreamRange.ALL, 1).size() > 0);
    }
  }

  /** Begins every list with the first stream. */
  static final class ListsFromStart extends ForwardingEventStore {
    @Override
    public List<StreamInfo> streams(StreamQuery query, @Nullable StreamId after, int atMost) {
      return super.streams(query, null, atMost);
    }
  }

  /** Lets two who come at the same moment both win. */
  static final class Racing extends ForwardingEventStore {
    @Override
    public List<AppendResult> append(List<Append> appends) {
      List<Append> loose = new ArrayList<>();
      for (Append append : appends) {
        long version = info(append.stream()).map(StreamInfo::version).orElse(0L);
        if (!(append.condition() instanceof AppendCondition.Any)) {
          LockSupport.parkNanos(Duration.ofMillis(20).toNanos()); // until all have looked
        }
        boolean holds = append.condition().holdsAt(version);
        loose.add(holds ? unconditional(append) : append);
      }
      return super.append(loose);
    }

    private static Append unconditional(Append append) {
      return new Append(append.stream(), AppendCondition.any(), append.events());
    }
  }

  /** Each with the case that reveals it. */
  static Map<EventStore, String> all() {
    return Map.ofEntries(
        Map.entry(new NoConditions(), "'no stream' refuses a stream that exists"),
        Map.entry(new LosesSecond(), "what was appended is read as it was"),
        Map.entry(
            new PieceByPiece(), "nothing is appended when the condition of the last stream fails"),
        Map.entry(new WithoutFilter(true), "events are read by a tag, across streams"),
        Map.entry(new WithoutFilter(false), "events are read by one of their types"),
        Map.entry(new FiltersPages(), "a page is filled with what passes its filter"),
        Map.entry(new Unordered(), "all events are read in the order of their positions"),
        Map.entry(new SeesTwice(), "a reader goes on after the last event that it saw"),
        Map.entry(new WrongEnd(), "a page holds the first events of its range"),
        Map.entry(new Greedy(), "a long stream is read in pages as it is consumed"),
        Map.entry(new NewIds(), "an append to several streams is repeated"),
        Map.entry(new Forgets(), "of a deleted stream is known what was known before"),
        Map.entry(new ListsFromStart(), "many streams are listed page by page"),
        Map.entry(new Racing(), "of those who make the same stream exactly one wins"));
  }
}
