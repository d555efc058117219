package io.orchestrix.it;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How to start a server, and where to ask it.
 *
 * @param command the Java process itself, not a script around it, so that a kill reaches it
 * @param work where the server lives and writes {@code console.log}
 * @param address the first page
 * @param ready answers 200 when the bank can be used
 * @param bank the WAR of the bank
 */
public record Launch(List<String> command, Path work, URI address, URI ready, Path bank) {
  private static final int TAIL_LINES = 60;

  /** The Java that runs the tests, in the mode that starts fastest. */
  public static List<String> java() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-Djava.awt.headless=true");
  }

  Path log() {
    return work.resolve("console.log");
  }

  /** The last lines of the log, for a message about a server that does not start. */
  String tail() {
    try {
      var lines = Files.readAllLines(log());
      var last = lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size());
      return String.join("\n", last);
    } catch (IOException e) {
      return "no log in " + work + ": " + e;
    }
  }
}
