package io.orchestrix.testkit;

import io.orchestrix.message.PayloadCodec;
import io.orchestrix.message.jackson.JacksonPayloadCodec;
import io.orchestrix.saga.SagaHistory.Entry;
import io.orchestrix.saga.SagaId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A file of journals as JSON Lines, read one journal after the other. */
record HistoryFile(Path path) {

  private static final PayloadCodec CODEC = new JacksonPayloadCodec();

  /** A file, or all files with the ending {@code .jsonl} in a folder and below it. */
  static List<HistoryFile> of(Path path) {
    if (!Files.exists(path)) {
      throw new AssertionError("There is no file or folder %s.".formatted(path));
    }
    if (!Files.isDirectory(path)) {
      return List.of(new HistoryFile(path));
    }
    try (Stream<Path> files = Files.walk(path)) {
      return files
          .filter(file -> file.toString().endsWith(".jsonl"))
          .sorted()
          .map(HistoryFile::new)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives each journal, all its entries together. */
  void forEach(Consumer<List<Entry>> journals) {
    List<Entry> journal = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(path)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (line.isBlank()) {
          continue;
        }
        Entry entry = read(line, number);
        if (!journal.isEmpty() && isNew(journal.get(journal.size() - 1), entry)) {
          journals.accept(List.copyOf(journal));
          journal.clear();
        }
        journal.add(entry);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!journal.isEmpty()) {
      journals.accept(List.copyOf(journal));
    }
  }

  private static boolean isNew(Entry before, Entry entry) {
    return !before.stream().equals(entry.stream()) || entry.version() <= before.version();
  }

  private Entry read(String line, int number) {
    try {
      Entry entry = CODEC.decode(line, Entry.class);
      SagaId unused = entry.instance(); // fails if it is no journal
      return entry;
    } catch (RuntimeException e) {
      throw notOurs(number, e);
    }
  }

  private AssertionError notOurs(int number, RuntimeException why) {
    return new AssertionError(
        "Line %d of %s is no entry of the journal of a saga, as SagaHistory writes them: %s"
            .formatted(number, path, why.getMessage()),
        why);
  }
}
