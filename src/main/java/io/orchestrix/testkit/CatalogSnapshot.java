package io.orchestrix.testkit;

import io.orchestrix.module.Catalog;
import io.orchestrix.module.Catalog.ProjectionEntry;
import io.orchestrix.module.Catalog.QueryEntry;
import io.orchestrix.module.Catalog.SagaEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Keeps a catalogue as a text file in the project, so that whoever renames an event or drops a
 * handler sees it in the difference and means it.
 *
 * <pre>{@code
 * CatalogSnapshot.of(app.catalog()).matches(Path.of("src/test/resources/catalog.txt"));
 * }</pre>
 *
 * <p>The file is written where there is none, or when the system property {@code
 * orchestrix.snapshots} is {@code update}.
 */
public final class CatalogSnapshot {

  private static final String PROPERTY = "orchestrix.snapshots";

  private final List<String> lines;

  private CatalogSnapshot(List<String> lines) {
    this.lines = lines;
  }

  /** A catalogue as lines of text, always in the same order. */
  public static CatalogSnapshot of(Catalog catalog) {
    List<String> lines = new ArrayList<>();
    catalog
        .commands()
        .forEach(
            command ->
                lines.add(
                    "command %s%s -> %s : %s"
                        .formatted(
                            command.name(),
                            in(command.module()),
                            command.handler(),
                            command.answer())));
    catalog.queries().stream().map(CatalogSnapshot::line).forEach(lines::add);
    catalog
        .events()
        .forEach(
            event ->
                lines.add(
                    "event %s %d%s".formatted(event.name(), event.revision(), in(event.module()))));
    catalog
        .aggregates()
        .forEach(
            aggregate ->
                lines.add(
                    "aggregate %s%s : %s"
                        .formatted(
                            aggregate.category(),
                            in(aggregate.module()),
                            String.join(", ", aggregate.events()))));
    catalog.projections().stream().map(CatalogSnapshot::line).forEach(lines::add);
    catalog.sagas().stream().map(CatalogSnapshot::line).forEach(lines::add);
    catalog
        .deadlines()
        .forEach(
            deadline ->
                lines.add(
                    "deadline %s%s -> %s"
                        .formatted(deadline.name(), in(deadline.module()), deadline.handler())));
    return new CatalogSnapshot(lines);
  }

  private static String line(ProjectionEntry projection) {
    return "projection %s%s %s : %s"
        .formatted(
            projection.name(),
            in(projection.module()),
            projection.mode().name().toLowerCase(Locale.ROOT),
            String.join(", ", projection.events()));
  }

  private static String line(SagaEntry saga) {
    return "saga %s %d%s %s : %s"
        .formatted(
            saga.name(),
            saga.version(),
            in(saga.module()),
            String.join(" > ", saga.steps()),
            String.join(", ", saga.events()));
  }

  private static String line(QueryEntry query) {
    String reads = query.reads().isEmpty() ? "" : " reads " + String.join(", ", query.reads());
    return "query %s%s -> %s : %s%s"
        .formatted(query.name(), in(query.module()), query.handler(), query.answer(), reads);
  }

  private static String in(String module) {
    return module.isEmpty() ? "" : " [" + module + "]";
  }

  /** The catalogue as text. */
  public String text() {
    return String.join("\n", lines) + "\n";
  }

  /**
   * Compares it with what is kept in {@code file}.
   *
   * @throws AssertionError if it is another one, with the difference
   */
  public void matches(Path file) {
    try {
      if (!Files.exists(file) || "update".equals(System.getProperty(PROPERTY))) {
        Files.writeString(file, text());
        return;
      }
      List<String> kept = Files.readAllLines(file);
      if (!kept.equals(lines)) {
        throw new AssertionError(
            "The catalogue is not the one in %s. If that is meant, run the test with -D%s=update.%n%s"
                .formatted(file, PROPERTY, difference(kept)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String difference(List<String> kept) {
    List<String> difference = new ArrayList<>();
    kept.stream()
        .filter(line -> !lines.contains(line))
        .forEach(line -> difference.add("- " + line));
    lines.stream()
        .filter(line -> !kept.contains(line))
        .forEach(line -> difference.add("+ " + line));
    return String.join("\n", difference);
  }
}
