package io.orchestrix.liberty;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A copy of the server that the build assembled, with settings of its own. Its logs and, on H2, its
 * data are in {@code target/it/<name>}.
 */
record ServerDirectory(String name, Path path, Path logs) {
  /** The unpacked Open Liberty. */
  static final Path WLP = Path.of(System.getProperty("liberty.wlp", "target/liberty/wlp"));

  private static final Path SERVERS = WLP.resolve("usr/servers").toAbsolutePath();
  private static final int TAIL_LINES = 60;

  static ServerDirectory create(String name, int port, Map<String, String> settings) {
    var path = SERVERS.resolve(name);
    var work = WLP.resolve("../../it").resolve(name).toAbsolutePath().normalize();
    var bootstrap = new TreeMap<>(settings);
    bootstrap.put("http.port", String.valueOf(port));
    bootstrap.put("db.dir", work.resolve("data").toString());
    bootstrap.put("com.ibm.ws.logging.log.directory", work.toString());
    try {
      FileTree.delete(path);
      FileTree.delete(work);
      Files.createDirectories(work);
      FileTree.copy(SERVERS.resolve("orchestrix"), path, Set.of("logs", "workarea", "tranlog"));
      Files.writeString(
          path.resolve("bootstrap.properties"),
          bootstrap.entrySet().stream()
              .map(setting -> setting.getKey() + "=" + setting.getValue().replace('\\', '/'))
              .collect(Collectors.joining("\n")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ServerDirectory(name, path, work);
  }

  /** The last lines of the server's log, for a message about a server that does not start. */
  String tail() {
    var log = logs.resolve("messages.log");
    try {
      var lines = Files.readAllLines(Files.exists(log) ? log : logs.resolve("console.log"));
      var last = lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size());
      return String.join("\n", last);
    } catch (IOException e) {
      return "no log in " + logs + ": " + e;
    }
  }
}
