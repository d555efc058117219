package io.orchestrix.aggregate;

import java.time.Duration;
import java.time.format.DateTimeParseException;

/** Reads {@link Snapshots}. */
final class SnapshotPolicies {

  private static final SnapshotPolicy NEVER = new SnapshotPolicy.Never();

  private SnapshotPolicies() {}

  /**
   * The policy of a class.
   *
   * @throws InvalidAggregateException if the annotation cannot be meant so
   */
  static SnapshotPolicy of(Class<?> type) {
    Snapshots annotation = type.getAnnotation(Snapshots.class);
    if (annotation == null) {
      return NEVER;
    }
    boolean counts = annotation.every() != 0;
    if (counts && !annotation.ifLoadTakes().isEmpty()) {
      throw InvalidAggregateException.badSnapshots(type, "takes both every and ifLoadTakes");
    }
    if (!counts && annotation.ifLoadTakes().isEmpty()) {
      throw InvalidAggregateException.badSnapshots(type, "does not say when");
    }
    try {
      return counts
          ? new SnapshotPolicy.Every(annotation.every())
          : new SnapshotPolicy.IfLoadTakes(Duration.parse(annotation.ifLoadTakes()));
    } catch (DateTimeParseException e) {
      throw InvalidAggregateException.badSnapshots(
          type,
          "takes ifLoadTakes = \"%s\", which is no duration".formatted(annotation.ifLoadTakes()));
    } catch (IllegalArgumentException e) {
      throw InvalidAggregateException.badSnapshots(type, String.valueOf(e.getMessage()));
    }
  }
}
