package io.orchestrix.monitor;

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
}
