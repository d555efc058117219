package io.orchestrix.testkit;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whether a read model is the same however it came to be. Used by one thread. */
final class ReplayCheck {

  private final Playing playing;
  private final Supplier<?> readModel;

  ReplayCheck(Playing playing, Supplier<?> readModel) {
    this.playing = playing;
    this.readModel = readModel;
  }

  void run() {
    Object given = readModel.get();
    Object live = Copied.of(given);
    for (Batching batching : Batching.of(playing.type())) {
      playing.replay(batching);
      Object again = readModel.get();
      requireComparable(given, live, again);
      requireSame(live, Copied.of(again), batching);
    }
  }

  /** An object that changes is always equal to itself. */
  private static void requireComparable(
      @Nullable Object given, @Nullable Object live, @Nullable Object again) {
    if (given != null && given == again && given == live && !Copied.isValue(given)) {
      throw new AssertionError(
          "The read model is the same object of %s before and after the replay, so nothing can be compared. Let it be a copy, a record, or collections of such."
              .formatted(given.getClass().getName()));
    }
  }

  private void requireSame(@Nullable Object live, @Nullable Object again, Batching batching) {
    if (!Objects.equals(live, again)) {
      throw new AssertionError(
          "The read model of '%s' is another one %s than when they were live:%s"
              .formatted(playing.type().name(), batching.text(), SideBySide.ofValues(live, again)));
    }
  }
}
