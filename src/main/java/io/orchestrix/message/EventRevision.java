package io.orchestrix.message;

/**
 * A type of event in one revision of its payload.
 *
 * @param type the stored name of the type
 * @param revision at least 1
 */
public record EventRevision(String type, int revision) {

  /**
   * @throws IllegalArgumentException if the revision is less than 1
   */
  public EventRevision {
    if (revision < 1) {
      throw new IllegalArgumentException(
          "A revision is at least 1, but that of '%s' is %d.".formatted(type, revision));
    }
  }

  @Override
  public String toString() {
    return "'%s' revision %d".formatted(type, revision);
  }
}
