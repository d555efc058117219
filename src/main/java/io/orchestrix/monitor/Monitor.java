package io.orchestrix.monitor;

import org.jspecify.annotations.Nullable;

/**
 * Is told what happens, as plain values. Metrics, traces and logs are made of it.
 *
 * <p>Called on the thread that works, so an implementation is thread-safe, quick and does not
 * throw. An application adds its own as a bean; without one nobody listens.
 */
@FunctionalInterface
public interface Monitor {

  /** Listens to nothing. */
  Monitor NONE = signal -> {};

  /** Something happened. */
  void on(Signal signal);

  /**
   * Something begins on this thread. What is returned is ended exactly once, on the same thread,
   * after all that begins meanwhile.
   */
  default Observation begin(Activity activity) {
    return Observation.NONE;
  }

  /**
   * The W3C trace context of messages that are made now on this thread.
   *
   * @param inherited that of the message whose consequence they are; {@code null} if there is none
   * @return the context of what is observed now if that continues the inherited one, else the
   *     inherited one
   */
  default @Nullable String traceparent(@Nullable String inherited) {
    return inherited;
  }
}
