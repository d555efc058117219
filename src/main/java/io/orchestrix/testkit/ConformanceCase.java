package io.orchestrix.testkit;

/**
 * One thing that an implementation has to show.
 *
 * <p>Cases do not depend on each other and can be run again; not at the same time.
 *
 * @param name a sentence that says what
 * @param check throws an {@link AssertionError} that says what is wrong, or what the implementation
 *     has thrown
 */
public record ConformanceCase(String name, Runnable check) {

  /** Runs it. */
  public void run() {
    check.run();
  }

  @Override
  public String toString() {
    return name;
  }
}
