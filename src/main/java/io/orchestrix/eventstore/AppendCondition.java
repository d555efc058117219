package io.orchestrix.eventstore;

/** What must be true of a stream for an append to it to happen. */
public sealed interface AppendCondition {

  /** Nothing: append to whatever is there. */
  static AppendCondition any() {
    return new Any();
  }

  /** The stream does not exist. */
  static AppendCondition noStream() {
    return new NoStream();
  }

  /** The stream exists, in whatever version. */
  static AppendCondition streamExists() {
    return new StreamExists();
  }

  /**
   * The stream has exactly {@code version} events; 0 means that it does not exist.
   *
   * @throws IllegalArgumentException if the version is negative
   */
  static AppendCondition atVersion(long version) {
    return new AtVersion(version);
  }

  /** Whether it holds for a stream of {@code version} events, 0 for one that does not exist. */
  boolean holdsAt(long version);

  /** Always true. */
  record Any() implements AppendCondition {
    @Override
    public boolean holdsAt(long version) {
      return true;
    }

    @Override
    public String toString() {
      return "in any version";
    }
  }

  /** True of a stream without events. */
  record NoStream() implements AppendCondition {
    @Override
    public boolean holdsAt(long version) {
      return version == 0;
    }

    @Override
    public String toString() {
      return "not to exist";
    }
  }

  /** True of a stream with events. */
  record StreamExists() implements AppendCondition {
    @Override
    public boolean holdsAt(long version) {
      return version > 0;
    }

    @Override
    public String toString() {
      return "to exist";
    }
  }

  /** True of a stream with exactly so many events. */
  record AtVersion(long version) implements AppendCondition {
    public AtVersion {
      if (version < 0) {
        throw new IllegalArgumentException("A stream's version is never negative: " + version);
      }
    }

    @Override
    public boolean holdsAt(long actual) {
      return actual == version;
    }

    @Override
    public String toString() {
      return "in version " + version;
    }
  }
}
