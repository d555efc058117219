package io.orchestrix.harness;

import io.orchestrix.monitor.Monitor;
import io.orchestrix.monitor.Signal;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what it is told. Thread-safe. */
public final class RecordingMonitor implements Monitor {

  private final List<Signal> signals = new CopyOnWriteArrayList<>();

  @Override
  public void on(Signal signal) {
    signals.add(signal);
  }

  /** All signals, oldest first. */
  public List<Signal> signals() {
    return List.copyOf(signals);
  }

  /** The signals of one kind, oldest first. */
  public <S extends Signal> List<S> signals(Class<S> kind) {
    return signals.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
