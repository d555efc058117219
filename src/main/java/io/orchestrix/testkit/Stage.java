package io.orchestrix.testkit;

import io.orchestrix.aggregate.AggregateHandler;
import io.orchestrix.aggregate.AggregateRepository;
import io.orchestrix.aggregate.AggregateRoot;
import io.orchestrix.aggregate.AggregateServices;
import io.orchestrix.aggregate.AggregateType;
import io.orchestrix.aggregate.EventSourcedRepository;
import io.orchestrix.aggregate.HistoryCache;
import io.orchestrix.aggregate.inmemory.InMemorySnapshotStore;
import io.orchestrix.aggregate.jackson.JacksonStateCodec;
import io.orchestrix.command.CommandMessage;
import io.orchestrix.config.UnknownEvents;
import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.EventPublisher;
import io.orchestrix.eventstore.NewEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.eventstore.StreamInfo;
import io.orchestrix.eventstore.StreamRange;
import io.orchestrix.eventstore.inmemory.InMemoryEventStore;
import io.orchestrix.message.Command;
import io.orchestrix.message.CurrentMessage;
import io.orchestrix.message.Event;
import io.orchestrix.message.EventFormat;
import io.orchestrix.message.EventTypes;
import io.orchestrix.message.MetadataFactory;
import io.orchestrix.message.Origin;
import io.orchestrix.message.StoredPayload;
import io.orchestrix.message.jackson.JacksonPayloadCodec;
import io.orchestrix.monitor.Monitor;
import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.inmemory.InMemoryUnitOfWork;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The classes of the library around aggregates of one class, in memory. Used by one thread. */
final class Stage<T extends AggregateRoot> {

  private final AggregateType<T> type;
  private final FixtureOptions options;
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final CurrentMessage current = new CurrentMessage();
  private final EventTypes types;
  private final MetadataFactory metadata;
  private final InMemoryEventStore store;
  private final AggregateRepository<T> repository;

  Stage(AggregateType<T> type, FixtureOptions options) {
    this.type = type;
    this.options = options;
    Set<Class<? extends Event>> events = new LinkedHashSet<>(type.eventTypes());
    events.addAll(options.events);
    this.types = new EventTypes(events);
    EventFormat format =
        new EventFormat(
            types,
            options.upcasters,
            new CheckedCodec(new JacksonPayloadCodec()),
            UnknownEvents.FAIL);
    this.metadata = new MetadataFactory(options.clock, "/testkit", current);
    this.store = new InMemoryEventStore(format, true, unitOfWork, EventPublisher.NONE);
    this.repository =
        new EventSourcedRepository<>(
            type,
            new AggregateServices(
                store,
                types,
                format,
                metadata,
                current,
                new HistoryCache(0), // so that everything is read as it was written
                new InMemorySnapshotStore(unitOfWork),
                new JacksonStateCodec(),
                Monitor.NONE,
                () -> 0,
                unitOfWork,
                Runnable::run));
  }

  /**
   * What handles such commands.
   *
   * @throws AssertionError if nothing does
   */
  AggregateHandler<T> handlerOf(Command command) {
    return type.handlers().stream()
        .filter(handler -> handler.commandType() == command.getClass())
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "%s does not handle %s. Give it a method with a parameter @HandlesCommand %s."
                        .formatted(
                            type.type().getName(),
                            command.getClass().getName(),
                            command.getClass().getSimpleName())));
  }

  /** Handles a command as the bus would, in a unit of work. */
  @Nullable Object handle(Command command) throws Exception {
    CommandMessage message =
        new CommandMessage(command, metadata.create(command.getClass().getSimpleName(), null));
    return current.<@Nullable Object>callWithin(
        Origin.of(message.metadata()),
        1,
        () ->
            unitOfWork.<@Nullable Object>call(
                () -> handlerOf(command).on(repository, options.values).handle(message)));
  }

  void decide(String id, Consumer<? super T> decision) {
    unitOfWork.get(() -> repository.updateOrCreate(id, decision));
  }

  void append(String id, List<? extends Event> events) {
    StreamId stream = stream(id);
    store.append(
        stream,
        AppendCondition.any(),
        events.stream()
            .map(e -> new NewEvent(metadata.create(types.name(e), stream.toString()), e))
            .toList());
  }

  void append(String id, StoredPayload payload) {
    StreamId stream = stream(id);
    store.appendStored(stream, metadata.create(payload.type(), stream.toString()), payload);
  }

  long version(String id) {
    return store.info(stream(id)).map(StreamInfo::version).orElse(0L);
  }

  /** The events after a version, as they are read. */
  List<Event> eventsAfter(String id, long version) {
    return store
        .read(stream(id), StreamRange.ALL.from(version + 1))
        .flatMap(event -> event.payloads().stream())
        .toList();
  }

  /**
   * The aggregate as its events make it.
   *
   * @throws AssertionError if there is none
   */
  T load(String id) {
    return repository
        .find(id)
        .orElseThrow(() -> new AssertionError("There is no %s.".formatted(stream(id))));
  }

  /** The aggregate as its events make it, be they none. */
  T loadOrNew(String id) {
    return repository.updateOrCreate(id, aggregate -> {});
  }

  StreamId stream(String id) {
    return new StreamId(type.category(), id);
  }
}
