package io.orchestrix.it.container;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The Java process that Arquillian started, seen from outside. */
record ServerProcess(long id) {
  static ServerProcess find() {
    return ProcessHandle.current()
        .descendants()
        .filter(process -> process.info().commandLine().orElse("").contains("arquillian"))
        .findFirst()
        .map(process -> new ServerProcess(process.pid()))
        .orElseThrow();
  }

  /** How many classes of this name are loaded, one for each class loader that is reachable. */
  int copiesOf(Class<?> type) throws IOException, InterruptedException {
    ask("GC.run");
    return (int)
        ask("VM.class_hierarchy", type.getName())
            .lines()
            .filter(line -> line.contains(type.getName() + "/"))
            .count();
  }

  int threads() throws IOException, InterruptedException {
    return (int) ask("Thread.print").lines().filter(line -> line.startsWith("\"")).count();
  }

  private String ask(String... question) throws IOException, InterruptedException {
    var tool = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    var command = new ArrayList<>(List.of(tool, String.valueOf(id)));
    command.addAll(List.of(question));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (var answer = process.getInputStream()) {
      var text = new String(answer.readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IOException(text);
      }
      return text;
    }
  }
}
