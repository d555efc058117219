package io.orchestrix.harness;

/** The databases that the library supports, to run a test on each. */
public enum Database {
  H2 {
    @Override
    public TestDatabase open() {
      return TestDatabase.h2();
    }
  },
  POSTGRES {
    @Override
    public TestDatabase open() {
      return TestDatabase.postgres();
    }
  };

  /** One to use now: H2 is a fresh one, PostgreSQL is shared. */
  public abstract TestDatabase open();
}
