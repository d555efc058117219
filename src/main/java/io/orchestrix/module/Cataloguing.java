package io.orchestrix.module;

import io.orchestrix.aggregate.AggregateType;
import io.orchestrix.command.Route;
import io.orchestrix.deadline.DeadlineRoute;
import io.orchestrix.message.Command;
import io.orchestrix.message.Event;
import io.orchestrix.message.EventRevision;
import io.orchestrix.message.EventTypes;
import io.orchestrix.module.Catalog.AggregateEntry;
import io.orchestrix.module.Catalog.CommandEntry;
import io.orchestrix.module.Catalog.DeadlineEntry;
import io.orchestrix.module.Catalog.EventEntry;
import io.orchestrix.module.Catalog.ProjectionEntry;
import io.orchestrix.module.Catalog.QueryEntry;
import io.orchestrix.module.Catalog.SagaEntry;
import io.orchestrix.projection.ProjectionType;
import io.orchestrix.query.Query;
import io.orchestrix.query.QueryRoute;
import io.orchestrix.saga.SagaDefinition;
import io.orchestrix.saga.SagaEvent;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Brings the parts of an application together: one route for each command, and the catalogue. */
public final class Cataloguing {

  private Cataloguing() {}

  /**
   * The one route of each command.
   *
   * @throws InvalidRegistrationException if a command has two handlers
   */
  public static Map<Class<? extends Command>, Route> routes(
      Collection<Registered.Handler> handlers) {
    Map<Class<? extends Command>, Route> routes = new HashMap<>();
    for (Registered.Handler handler : handlers) {
      Route other = routes.putIfAbsent(handler.command(), handler.route());
      if (other != null) {
        throw InvalidRegistrationException.twoHandlers(
            handler.command(), other.description(), handler.route().description());
      }
    }
    return routes;
  }

  /**
   * The one route of each query.
   *
   * @throws InvalidRegistrationException if a query has two handlers
   */
  public static Map<Class<? extends Query<?>>, QueryRoute> queryRoutes(
      Collection<Registered.QueryHandler> handlers) {
    Map<Class<? extends Query<?>>, QueryRoute> routes = new HashMap<>();
    for (Registered.QueryHandler handler : handlers) {
      QueryRoute other = routes.putIfAbsent(handler.query(), handler.route());
      if (other != null) {
        throw InvalidRegistrationException.twoHandlers(
            handler.query(), other.description(), handler.route().description());
      }
    }
    return routes;
  }

  /**
   * The one route of each class of payloads of deadlines.
   *
   * @throws InvalidRegistrationException if one has two handlers, or two have one simple name
   */
  public static Map<Class<?>, DeadlineRoute> deadlineRoutes(
      Collection<Registered.OfDeadlines> handlers) {
    Map<Class<?>, DeadlineRoute> routes = new HashMap<>();
    Map<String, Class<?>> byName = new HashMap<>();
    for (Registered.OfDeadlines handler : handlers) {
      Class<?> payload = handler.payload();
      DeadlineRoute other = routes.putIfAbsent(payload, handler.route());
      if (other != null) {
        throw InvalidRegistrationException.twoHandlers(
            payload, other.description(), handler.route().description());
      }
      Class<?> same = byName.putIfAbsent(payload.getSimpleName(), payload);
      if (same != null) {
        throw InvalidRegistrationException.sameDeadline(same, payload);
      }
    }
    return routes;
  }

  /** The catalogue of these parts. */
  public static Catalog catalog(
      Collection<Registered.Handler> handlers,
      Collection<Registered.QueryHandler> queries,
      EventTypes events,
      Collection<? extends AggregateType<?>> aggregates,
      Collection<Registered.ReadSide> projections,
      Collection<Registered.SagaEntry> sagas,
      Collection<Registered.OfDeadlines> deadlines) {
    return new Catalog(
        handlers.stream()
            .map(Cataloguing::entry)
            .sorted(Comparator.comparing(CommandEntry::name).thenComparing(CommandEntry::className))
            .toList(),
        queries.stream()
            .map(Cataloguing::entry)
            .sorted(Comparator.comparing(QueryEntry::name).thenComparing(QueryEntry::className))
            .toList(),
        events.classes().stream()
            .filter(type -> !SagaEvent.class.isAssignableFrom(type)) // known to every application
            .map(type -> entry(type, events))
            .sorted(Comparator.comparing(EventEntry::name))
            .toList(),
        aggregates.stream()
            .map(Cataloguing::entry)
            .sorted(Comparator.comparing(AggregateEntry::category))
            .toList(),
        projections.stream()
            .map(projection -> entry(projection, events))
            .sorted(Comparator.comparing(ProjectionEntry::name))
            .toList(),
        sagas.stream()
            .map(saga -> entry(saga, events))
            .sorted(Comparator.comparing(SagaEntry::name).thenComparing(SagaEntry::version))
            .toList(),
        deadlines.stream()
            .map(Cataloguing::entry)
            .sorted(Comparator.comparing(DeadlineEntry::name))
            .toList());
  }

  private static CommandEntry entry(Registered.Handler handler) {
    Class<?> type = handler.command();
    return new CommandEntry(
        type.getSimpleName(),
        type.getName(),
        handler.module(),
        handler.route().description(),
        handler.route().answer().getTypeName());
  }

  private static QueryEntry entry(Registered.QueryHandler handler) {
    Class<?> type = handler.query();
    return new QueryEntry(
        type.getSimpleName(),
        type.getName(),
        handler.module(),
        handler.route().description(),
        handler.route().answer().getTypeName(),
        handler.route().reads().stream().sorted().toList());
  }

  private static DeadlineEntry entry(Registered.OfDeadlines handler) {
    Class<?> type = handler.payload();
    return new DeadlineEntry(
        type.getSimpleName(), type.getName(), handler.module(), handler.route().description());
  }

  private static EventEntry entry(Class<? extends Event> type, EventTypes events) {
    EventRevision written = events.revision(type);
    return new EventEntry(written.type(), written.revision(), type.getName(), moduleOf(type));
  }

  private static AggregateEntry entry(AggregateType<?> aggregate) {
    List<String> seen = aggregate.eventTypes().stream().map(EventTypes::nameOf).sorted().toList();
    return new AggregateEntry(
        aggregate.category(), aggregate.type().getName(), moduleOf(aggregate.type()), seen);
  }

  private static ProjectionEntry entry(Registered.ReadSide projection, EventTypes events) {
    ProjectionType type = projection.type();
    return new ProjectionEntry(
        type.name(),
        type.type().getName(),
        projection.module(),
        type.mode(),
        taken(type.eventTypes(), events));
  }

  private static SagaEntry entry(Registered.SagaEntry saga, EventTypes events) {
    SagaDefinition<?> definition = saga.definition();
    return new SagaEntry(
        definition.name(),
        definition.version(),
        saga.owner(),
        saga.module(),
        definition.stepNames(),
        taken(definition.eventTypes(), events));
  }

  /** The names of the events that are of some classes. */
  private static List<String> taken(Collection<? extends Class<?>> classes, EventTypes events) {
    return events.classes().stream()
        .filter(known -> classes.stream().anyMatch(type -> type.isAssignableFrom(known)))
        .map(EventTypes::nameOf)
        .sorted()
        .toList();
  }

  private static String moduleOf(Class<?> type) {
    return ModuleNames.of(type).orElse("");
  }
}
