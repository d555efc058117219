package io.orchestrix.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The pages of {@code docs}, as tests read them. */
public final class Documentation {

  /** Tests run in the folder of the module. */
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private Documentation() {}

  public static Path root() {
    return ROOT;
  }

  public static String page(String name) {
    return read(ROOT.resolve("docs").resolve(name));
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The cells of the rows of the first table after {@code heading}, without its head. */
  public static List<List<String>> table(String page, String heading) {
    String text = page(page);
    int start = text.indexOf(heading);
    if (start < 0) {
      throw new IllegalStateException(page + " has no heading '" + heading + "'");
    }
    List<List<String>> rows = new ArrayList<>();
    for (String line : text.substring(start).lines().skip(1).toList()) {
      if (line.startsWith("|")) {
        rows.add(Stream.of(line.substring(1).split("\\|")).map(String::strip).toList());
      } else if (!rows.isEmpty()) {
        break;
      }
    }
    return rows.subList(2, rows.size());
  }
}
