package io.orchestrix.rest;

import io.orchestrix.OrchestrixException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Logs what is told outside: faults of the server with all that is known of them. */
final class FailureLog {

  private static final Logger LOG = System.getLogger(FailureLog.class.getPackageName());

  private FailureLog() {}

  static void write(OrchestrixException failure) {
    switch (failure.kind()) {
      case FAULT -> LOG.log(Level.ERROR, failure.getMessage(), failure);
      case UNAVAILABLE, UNKNOWN ->
          LOG.log(Level.WARNING, () -> failure.getMessage() + " It was: " + root(failure));
      default -> LOG.log(Level.DEBUG, failure.getMessage());
    }
  }

  private static Throwable root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
