package io.orchestrix.it.container;

import io.orchestrix.it.Jcmd;
import java.io.IOException;

/** The Java process that Arquillian started, seen from outside. */
record ServerProcess(ProcessHandle process) {
  static ServerProcess find() {
    return ProcessHandle.current()
        .descendants()
        .filter(process -> process.info().commandLine().orElse("").contains("arquillian"))
        .findFirst()
        .map(ServerProcess::new)
        .orElseThrow();
  }

  /** How many classes of this name are loaded, one for each class loader that is reachable. */
  int copiesOf(Class<?> type) throws IOException {
    Jcmd.ask(process, "GC.run");
    return (int)
        Jcmd.ask(process, "VM.class_hierarchy", type.getName())
            .lines()
            .filter(line -> line.contains(type.getName() + "/"))
            .count();
  }

  int threads() throws IOException {
    return (int)
        Jcmd.ask(process, "Thread.print").lines().filter(line -> line.startsWith("\"")).count();
  }
}
