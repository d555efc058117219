package io.orchestrix.projection;

import io.orchestrix.projection.Projection.Mode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The versions of a projection's read model. Each number is given once only: what is late of a
 * version that was dropped is not taken for another one.
 *
 * @param projection its name
 * @param mode when its events are handled
 * @param live the version that is read
 * @param next the version that is built beside it; {@code null} if none
 * @param isSwitching whether the next one is to be read as soon as it is complete
 * @param isHeld whether the live one stands still, so that the next one can reach it
 * @param old the version that was read before, to be dropped; {@code null} if none
 * @param last the highest version that there ever was
 * @param since when the last of this has changed
 */
public record ReadModelState(
    String projection,
    Mode mode,
    int live,
    @Nullable Integer next,
    boolean isSwitching,
    boolean isHeld,
    @Nullable Integer old,
    int last,
    Instant since) {

  /** Of a new projection. */
  public static ReadModelState first(String projection, Mode mode, Instant now) {
    return new ReadModelState(projection, mode, 1, null, false, false, null, 1, now);
  }

  /** The version that is read. */
  public ReadModel liveModel() {
    return new ReadModel(projection, live);
  }

  ReadModelState building(Instant now) {
    int version = last + 1;
    return new ReadModelState(projection, mode, live, version, false, false, old, version, now);
  }

  /** The estimate begins with the building, so its time stays. */
  ReadModelState switching() {
    return new ReadModelState(projection, mode, live, next, true, isHeld, old, last, since);
  }

  ReadModelState held(boolean holds, Instant now) {
    return new ReadModelState(projection, mode, live, next, isSwitching, holds, old, last, now);
  }

  ReadModelState switched(int version, Instant now) {
    return new ReadModelState(projection, mode, version, null, false, false, live, last, now);
  }

  /** Without a version that was built, which is to be dropped. */
  ReadModelState given(int up, Instant now) {
    return new ReadModelState(projection, mode, live, null, false, false, up, last, now);
  }

  ReadModelState dropped(Instant now) {
    return new ReadModelState(projection, mode, live, next, isSwitching, isHeld, null, last, now);
  }
}
