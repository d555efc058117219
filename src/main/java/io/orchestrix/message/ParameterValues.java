package io.orchestrix.message;

import java.lang.reflect.Parameter;

/**
 * Gives the further parameters of a handler method their values, besides the message itself and its
 * metadata. Thread-safe.
 */
@FunctionalInterface
public interface ParameterValues {

  /** Values for one call of a handler, to be closed after it. */
  Call open();

  /** The values of one call. Used by one thread. */
  interface Call extends AutoCloseable {

    /** The value for {@code parameter}. */
    Object get(Parameter parameter);

    @Override
    void close();
  }
}
