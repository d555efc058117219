package io.orchestrix.module;

import io.orchestrix.projection.Projection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * All that an application is made of, as data, each list in the order of names. Inject it, or ask
 * {@code Orchestrix} for it.
 *
 * @param commands what can be sent, and who handles it
 * @param queries what can be asked, and who answers it
 * @param events what is stored
 * @param aggregates what decides
 * @param projections what keeps read models
 * @param sagas what works over several aggregates and time
 * @param deadlines what can be scheduled, and who handles it
 */
public record Catalog(
    List<CommandEntry> commands,
    List<QueryEntry> queries,
    List<EventEntry> events,
    List<AggregateEntry> aggregates,
    List<ProjectionEntry> projections,
    List<SagaEntry> sagas,
    List<DeadlineEntry> deadlines) {

  /**
   * A command.
   *
   * @param name the logical name of its type
   * @param className its class
   * @param module to which its handler belongs; empty if to none
   * @param handler who handles it, for people
   * @param answer what the handler declares to return
   */
  public record CommandEntry(
      String name, String className, String module, String handler, String answer) {}

  /**
   * A query.
   *
   * @param name the logical name of its type
   * @param className its class
   * @param module to which its handler belongs; empty if to none
   * @param handler who handles it, for people
   * @param answer what the handler declares to return
   * @param reads the projections whose progress can change the answer
   */
  public record QueryEntry(
      String name,
      String className,
      String module,
      String handler,
      String answer,
      List<String> reads) {

    public QueryEntry {
      reads = List.copyOf(reads);
    }
  }

  /**
   * An event as it is written today.
   *
   * @param name the logical name of its type
   * @param revision of its payload
   * @param className its class
   * @param module to which the class belongs; empty if to none
   */
  public record EventEntry(String name, int revision, String className, String module) {}

  /**
   * A class of aggregates.
   *
   * @param category of its streams
   * @param className its class, or that of its decider
   * @param module to which the class belongs; empty if to none
   * @param events the names of the events that it sees
   */
  public record AggregateEntry(
      String category, String className, String module, List<String> events) {

    public AggregateEntry {
      events = List.copyOf(events);
    }
  }

  /**
   * A projection.
   *
   * @param name of it
   * @param className its class
   * @param module to which it belongs; empty if to none
   * @param mode when it handles events
   * @param events the names of the events that it handles
   */
  public record ProjectionEntry(
      String name, String className, String module, Projection.Mode mode, List<String> events) {

    public ProjectionEntry {
      events = List.copyOf(events);
    }
  }

  /**
   * A saga.
   *
   * @param name of it
   * @param version of its definition
   * @param className that says what it does
   * @param module to which it belongs; empty if to none
   * @param steps the names of its steps, in their order
   * @param events the names of the events that it takes
   */
  public record SagaEntry(
      String name,
      int version,
      String className,
      String module,
      List<String> steps,
      List<String> events) {

    public SagaEntry {
      steps = List.copyOf(steps);
      events = List.copyOf(events);
    }
  }

  /**
   * A deadline.
   *
   * @param name the simple name of the class of its payload
   * @param className that class
   * @param module to which its handler belongs; empty if to none
   * @param handler who handles it, for people
   */
  public record DeadlineEntry(String name, String className, String module, String handler) {}

  public Catalog {
    commands = List.copyOf(commands);
    queries = List.copyOf(queries);
    events = List.copyOf(events);
    aggregates = List.copyOf(aggregates);
    projections = List.copyOf(projections);
    sagas = List.copyOf(sagas);
    deadlines = List.copyOf(deadlines);
  }

  /** The names of all modules, in their order. */
  public Set<String> modules() {
    Set<String> modules = new TreeSet<>();
    commands.forEach(command -> modules.add(command.module()));
    queries.forEach(query -> modules.add(query.module()));
    events.forEach(event -> modules.add(event.module()));
    aggregates.forEach(aggregate -> modules.add(aggregate.module()));
    projections.forEach(projection -> modules.add(projection.module()));
    sagas.forEach(saga -> modules.add(saga.module()));
    deadlines.forEach(deadline -> modules.add(deadline.module()));
    modules.remove("");
    return modules;
  }
}
