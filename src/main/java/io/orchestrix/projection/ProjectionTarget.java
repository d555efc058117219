package io.orchestrix.projection;

import io.orchestrix.message.ParameterValues;

/** The object of a projection, as the container or the application has it. Thread-safe. */
@FunctionalInterface
public interface ProjectionTarget {

  /** What is done with the object, and the values of further parameters of its methods. */
  @FunctionalInterface
  interface Work {
    void on(Object projection, ParameterValues.Call values) throws Exception;
  }

  /**
   * Does work on the object, which is there as long as that takes.
   *
   * @throws Exception what the work throws
   */
  void with(Work work) throws Exception;
}
