package io.orchestrix.eventstore;

import io.orchestrix.monitor.Monitor;
import io.orchestrix.monitor.Signal;
import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.UnitOfWork.End;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells a monitor of events once they are committed. Thread-safe if the monitor is. */
public final class AppendSignals implements EventPublisher {

  private final UnitOfWork unitOfWork;
  private final Monitor monitor;

  public AppendSignals(UnitOfWork unitOfWork, Monitor monitor) {
    this.unitOfWork = unitOfWork;
    this.monitor = monitor;
  }

  @Override
  public void publish(List<RecordedEvent> appended) {
    Map<String, Integer> events = new LinkedHashMap<>();
    appended.forEach(event -> events.merge(event.stream().category(), 1, Integer::sum));
    unitOfWork.afterEnd(
        end -> {
          if (end == End.COMMITTED) {
            events.forEach(
                (category, many) -> monitor.on(new Signal.EventsAppended(category, many)));
          }
        });
  }
}
