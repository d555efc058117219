package io.orchestrix.subscription;

import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.subscription.Selection.Sequenced;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32C;

/** Tells which events belong to a segment and are wanted. Thread-safe if the handler is. */
final class Selecting {

  private final Subscription subscription;
  private final int segment;
  private final int segments;

  Selecting(Subscription subscription, SegmentState state) {
    this.subscription = subscription;
    this.segment = state.id().segment();
    this.segments = state.segments();
  }

  /**
   * What is to be done with events.
   *
   * @param position the last event that was passed
   * @param parked the keys of sequences that wait behind a parked event
   * @param atMost how many are handled or wait at most
   */
  Selection of(
      List<RecordedEvent> events, GlobalPosition position, Set<String> parked, int atMost) {
    List<Sequenced> handled = new ArrayList<>();
    List<Sequenced> waiting = new ArrayList<>();
    GlobalPosition through = position;
    for (RecordedEvent event : events) {
      if (isWanted(event)) {
        String key = key(event);
        if (isMine(key)) {
          if (handled.size() + waiting.size() == atMost) {
            break;
          }
          (parked.contains(key) ? waiting : handled).add(new Sequenced(event, key));
        }
      }
      through = event.position();
    }
    return new Selection(handled, waiting, through);
  }

  boolean isMine(String key) {
    return segments == 1 || segmentOf(key, segments) == segment;
  }

  /** The same on every node and in every version: CRC-32C of the key in UTF-8. */
  static int segmentOf(String key, int segments) {
    CRC32C hash = new CRC32C();
    hash.update(key.getBytes(StandardCharsets.UTF_8));
    return (int) (hash.getValue() % segments);
  }

  /** One of which nobody can tell is handled, which fails. */
  private boolean isWanted(RecordedEvent event) {
    try {
      return subscription.handler().wants(event);
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
      return true;
    }
  }

  String key(RecordedEvent event) {
    try {
      String key = subscription.sequencing().key(event).replace('\0', ' ');
      return key.length() <= Sequencing.LONGEST_KEY
          ? key
          : key.substring(0, Sequencing.LONGEST_KEY);
    } catch (RuntimeException e) { // of an event that cannot be read
      return Sequencing.BY_STREAM.key(event);
    }
  }
}
