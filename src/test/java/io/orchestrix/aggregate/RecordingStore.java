package io.orchestrix.aggregate;

import io.orchestrix.eventstore.Append;
import io.orchestrix.eventstore.AppendResult;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.eventstore.StreamRange;
import io.orchestrix.testkit.ForwardingEventStore;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes down which events are read of streams, and lets something happen before that, or before an
 * append.
 */
final class RecordingStore extends ForwardingEventStore {

  final List<StreamRange> read = new ArrayList<>();
  Runnable beforeNextRead = () -> {};
  Runnable beforeNextAppend = () -> {};

  RecordingStore(EventStore store) {
    super(store);
  }

  @Override
  public List<AppendResult> append(List<Append> appends) {
    Runnable before = beforeNextAppend;
    beforeNextAppend = () -> {};
    before.run();
    return super.append(appends);
  }

  @Override
  public List<RecordedEvent> page(StreamId stream, StreamRange range, int atMost) {
    Runnable before = beforeNextRead;
    beforeNextRead = () -> {};
    before.run();
    read.add(range);
    return super.page(stream, range, atMost);
  }
}
