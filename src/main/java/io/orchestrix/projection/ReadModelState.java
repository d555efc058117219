package io.orchestrix.projection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The versions of a projection's read model.
 *
 * @param projection its name
 * @param live the version that is read
 * @param next the version that is built beside it; {@code null} if none
 * @param isSwitching whether the next one is to be read as soon as it is complete
 * @param isHeld whether the live one stands still, so that the next one can reach it
 * @param old the version that was read before, to be dropped; {@code null} if none
 * @param since when the last of this has changed
 */
public record ReadModelState(
    String projection,
    int live,
    @Nullable Integer next,
    boolean isSwitching,
    boolean isHeld,
    @Nullable Integer old,
    Instant since) {

  /** Of a new projection. */
  public static ReadModelState first(String projection, Instant now) {
    return new ReadModelState(projection, 1, null, false, false, null, now);
  }

  /** The version that is read. */
  public ReadModel liveModel() {
    return new ReadModel(projection, live);
  }

  ReadModelState building(int version, Instant now) {
    return new ReadModelState(projection, live, version, false, false, old, now);
  }

  /** The estimate begins with the building, so its time stays. */
  ReadModelState switching() {
    return new ReadModelState(projection, live, next, true, isHeld, old, since);
  }

  ReadModelState held(boolean holds, Instant now) {
    return new ReadModelState(projection, live, next, isSwitching, holds, old, now);
  }

  ReadModelState switched(int version, Instant now) {
    return new ReadModelState(projection, version, null, false, false, live, now);
  }

  /** Without a version that was built, which is to be dropped. */
  ReadModelState given(int up, Instant now) {
    return new ReadModelState(projection, live, null, false, false, up, now);
  }

  ReadModelState dropped(Instant now) {
    return new ReadModelState(projection, live, next, isSwitching, isHeld, null, now);
  }
}
