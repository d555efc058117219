package io.orchestrix.saga;

import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.message.Event;
import io.orchestrix.message.StoredPayload;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the journals of instances as JSON Lines, a line for each entry: to be kept, and to be run
 * against other code by the {@code SagaReplay} of the test kit. They hold what events, states and
 * commands hold, so they belong where such data may be. Thread-safe.
 *
 * <pre>{@code
 * try (Writer out = Files.newBufferedWriter(file)) {
 *   sagas.history().write(new SagaQuery("money-transfer", null), out);
 * }
 * }</pre>
 */
public final class SagaHistory {

  private static final int PAGE = 100;

  private final SagaServices services;

  /**
   * A line.
   *
   * @param stream of the journal
   * @param version which entry of it, from 1
   * @param type under which the entry is written
   * @param revision in which it is written
   * @param payload its JSON
   */
  public record Entry(
      String stream, long version, String type, int revision, Instant time, Object payload) {

    /** Of which instance. */
    public SagaId instance() {
      return SagaId.ofJournal(StreamId.parse(stream));
    }
  }

  SagaHistory(SagaServices services) {
    this.services = services;
  }

  /**
   * Writes the journal of an instance.
   *
   * @throws SagaException if there is no such instance
   * @throws IOException if {@code out} does not take it
   */
  public void write(SagaId id, Appendable out) throws IOException {
    if (!append(id, out)) {
      throw SagaException.noInstance(id.saga(), id.key());
    }
  }

  /**
   * Writes the journals of all such instances, one after the other.
   *
   * @return how many they are
   * @throws IOException if {@code out} does not take them
   */
  public long write(SagaQuery query, Appendable out) throws IOException {
    long count = 0;
    List<SagaRow> page = page(query, null);
    while (!page.isEmpty()) {
      for (SagaRow row : page) {
        count += append(row.id(), out) ? 1 : 0;
      }
      page = page(query, page.get(page.size() - 1).id());
    }
    return count;
  }

  private List<SagaRow> page(SagaQuery query, @Nullable SagaId after) {
    return services.instances().page(query, after, PAGE);
  }

  private boolean append(SagaId id, Appendable out) throws IOException {
    boolean any = false;
    try (Stream<RecordedEvent> entries = services.events().read(id.journal())) {
      for (RecordedEvent entry : (Iterable<RecordedEvent>) entries::iterator) {
        out.append(line(entry)).append('\n');
        any = true;
      }
    }
    return any;
  }

  private String line(RecordedEvent entry) {
    Event payload = entry.payload();
    StoredPayload written = services.format().encode(payload);
    Entry line =
        new Entry(
            entry.stream().toString(),
            entry.version(),
            written.type(),
            written.revision(),
            entry.metadata().time(),
            services.codec().decode(written.json(), Object.class));
    return services.codec().encode(line).replaceAll("\\R", " "); // within texts they are escaped
  }
}
