package io.orchestrix.cdi.ejb;

import jakarta.ejb.EJBException;

/**
 * What a session bean threw. Its container wraps every unchecked exception that is no application
 * exception; the sender of a command shall get the handler's own.
 */
public final class EjbFailure {

  private EjbFailure() {}

  /** The exception inside {@code failure}, or itself if nothing was wrapped. */
  public static Exception unwrap(Exception failure) {
    Exception inner = failure;
    while (inner instanceof EJBException && inner.getCause() instanceof Exception cause) {
      inner = cause;
    }
    return inner;
  }
}
