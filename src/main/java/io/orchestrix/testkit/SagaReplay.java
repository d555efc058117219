package io.orchestrix.testkit;

import io.orchestrix.message.Event;
import io.orchestrix.message.Upcaster;
import io.orchestrix.message.jackson.JacksonPayloadCodec;
import io.orchestrix.saga.JournalReplay;
import io.orchestrix.saga.SagaDefinition;
import io.orchestrix.saga.SagaDifference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs histories of old instances, as {@link io.orchestrix.saga.SagaHistory} has written them,
 * against the code of today: whether it would still decide the same at each entry and send the same
 * commands, and can go on with those that have not ended. What is not so is an {@link
 * AssertionError} that says it for each entry, and what to do.
 *
 * <pre>{@code
 * SagaReplay.assertCompatible(Path.of("src/test/resources/histories"), new MoneyTransfer());
 * }</pre>
 *
 * <p>No command is sent; what was recorded is the answer. Methods of the saga are called, unless
 * their step is {@code outside}: what they do by themselves they do. Decimals that differ only in
 * their scale are equal, so are times that are less than five seconds apart, and a member that is
 * {@code null} is as good as none. Used by one thread.
 */
public final class SagaReplay {

  private static final int MOST = 50;

  private final FixtureOptions options = new FixtureOptions();
  private final List<SagaDefinition<?>> definitions;

  private SagaReplay(Object[] sagas) {
    this.definitions =
        Stream.of(sagas)
            .<SagaDefinition<?>>map(saga -> SagaObjects.definition(saga, options.values))
            .toList();
    definitions.forEach(definition -> options.events.addAll(SagaObjects.events(definition)));
  }

  /**
   * Runs what is in a file, or in all files {@code *.jsonl} in a folder.
   *
   * @param sagas all versions that there are, each a {@link SagaDefinition}, or of a class that is
   *     annotated with {@link io.orchestrix.saga.Saga}
   * @throws AssertionError if the code does something else, or there is nothing to be run
   */
  public static void assertCompatible(Path histories, Object... sagas) {
    of(sagas).run(histories);
  }

  /**
   * For sagas whose methods have further parameters, or whose events need to be told.
   *
   * @see #assertCompatible
   */
  public static SagaReplay of(Object... sagas) {
    return new SagaReplay(sagas);
  }

  /** The value of the further parameters of methods that have this type. */
  public <V> SagaReplay with(Class<V> type, V value) {
    options.values.put(type, value);
    return this;
  }

  /** What brings stored events up to date. */
  public SagaReplay withUpcasters(Upcaster... upcasters) {
    options.upcasters.addAll(List.of(upcasters));
    return this;
  }

  /** Events that are known besides those that the sagas name, as those below an interface. */
  @SafeVarargs
  @SuppressWarnings("varargs") // nothing is written into the array
  public final SagaReplay withEvents(Class<? extends Event>... events) {
    options.events.addAll(List.of(events));
    return this;
  }

  /**
   * Runs what is in files, or in all files {@code *.jsonl} in folders.
   *
   * @throws AssertionError if the code does something else, or there is nothing to be run
   */
  public void run(Path... histories) {
    SagaWorld world = new SagaWorld(options, new JacksonPayloadCodec(), new RecordingCommandBus());
    JournalReplay replay = new JournalReplay(definitions, world.services(SagaWorld.SETTINGS));
    List<SagaDifference> found = new ArrayList<>();
    int[] count = {0};
    for (Path path : histories) {
      for (HistoryFile file : HistoryFile.of(path)) {
        file.forEach(
            journal -> {
              count[0]++;
              found.addAll(replay.differences(journal));
            });
      }
    }
    if (count[0] == 0) {
      throw new AssertionError("There is no history in %s.".formatted(List.of(histories)));
    }
    if (!found.isEmpty()) {
      throw new AssertionError(text(found, count[0]));
    }
  }

  private static String text(List<SagaDifference> found, int histories) {
    long instances = found.stream().map(SagaDifference::instance).distinct().count();
    String more = found.size() > MOST ? "%n  and %d more".formatted(found.size() - MOST) : "";
    return found.stream()
        .limit(MOST)
        .map(difference -> "\n  " + difference)
        .collect(
            Collectors.joining(
                "",
                "The code does something else than %d of %d histories:"
                    .formatted(instances, histories),
                more));
  }
}
