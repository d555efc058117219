package io.orchestrix.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The JDK's tool that asks a running Java process. */
public final class Jcmd {
  private Jcmd() {}

  public static String ask(ProcessHandle process, String... question) throws IOException {
    var tool = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    var command = new ArrayList<>(List.of(tool, String.valueOf(process.pid())));
    command.addAll(List.of(question));
    var running = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (var answer = running.getInputStream()) {
      var text = new String(answer.readAllBytes(), StandardCharsets.UTF_8);
      if (running.onExit().join().exitValue() != 0) {
        throw new IOException(command + ": " + text);
      }
      return text;
    }
  }
}
