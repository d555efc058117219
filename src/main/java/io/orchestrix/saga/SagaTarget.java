package io.orchestrix.saga;

import io.orchestrix.message.ParameterValues;
import org.jspecify.annotations.Nullable;

/** The object of a saga, as the container or the application has it. Thread-safe. */
@FunctionalInterface
public interface SagaTarget {

  /** What is done with the object, and the values of further parameters of its methods. */
  @FunctionalInterface
  interface Work {
    @Nullable Object on(Object saga, ParameterValues.Call values) throws Exception;
  }

  /**
   * Does work on the object, which is there as long as that takes.
   *
   * @return what the work returns
   * @throws Exception what the work throws
   */
  @Nullable Object with(Work work) throws Exception;
}
