package io.orchestrix.saga;

import io.orchestrix.message.Event;
import io.orchestrix.message.StoredPayload;
import io.orchestrix.saga.SagaHistory.Entry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Runs journals against the code of today: what it would decide at each entry, and which commands
 * it would send. Nothing is sent; methods are called with the recorded answers, except those of
 * steps that do something outside. Of versions that are migrated only that is looked at what
 * matters from now on. Thread-safe.
 */
public final class JournalReplay {

  private final List<SagaVersions> sagas;
  private final SagaServices services;

  /**
   * @param services how events, states and commands are read and written
   * @throws InvalidSagaException if two definitions have one name and version
   */
  public JournalReplay(Collection<? extends SagaDefinition<?>> definitions, SagaServices services) {
    this.sagas = SagaVersions.byName(definitions);
    this.services = services;
  }

  /** An entry as it is read. */
  record Timed(Entry line, SagaEvent event) {}

  /**
   * Where the code does something else; empty if nowhere.
   *
   * @param journal all entries of one instance, the oldest first
   */
  public List<SagaDifference> differences(List<Entry> journal) {
    Entry first = journal.get(0);
    SagaId id = first.instance();
    List<Timed> entries = new ArrayList<>();
    for (Entry line : journal) {
      try {
        entries.add(new Timed(line, read(line)));
      } catch (RuntimeException e) {
        return one(line, "It cannot be read: " + e.getMessage(), "Export the journal again.");
      }
    }
    if (!(entries.get(0).event() instanceof SagaEvent.Started started)) {
      return one(first, "The history does not begin with the start.", "Export it as a whole.");
    }
    return sagas.stream()
        .filter(found -> found.name().equals(id.saga()))
        .findFirst()
        .map(versions -> new ReplayedInstance(versions, services, started, first).run(entries))
        .orElseGet(
            () ->
                one(
                    first,
                    "There is no saga '%s' in the code.".formatted(id.saga()),
                    "Keep it until its instances have ended."));
  }

  private static List<SagaDifference> one(Entry line, String what, String remedy) {
    return List.of(new SagaDifference(line.instance(), line.version(), line.type(), what, remedy));
  }

  private SagaEvent read(Entry line) {
    String json = services.codec().encode(line.payload());
    List<Event> events =
        services.format().decode(new StoredPayload(line.type(), line.revision(), json));
    if (events.size() == 1 && events.get(0) instanceof SagaEvent event) {
      return event;
    }
    throw new IllegalArgumentException("it is no entry of a journal");
  }
}
