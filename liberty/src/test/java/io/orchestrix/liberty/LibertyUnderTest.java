package io.orchestrix.liberty;

import io.orchestrix.it.FileTree;
import io.orchestrix.it.FreePort;
import io.orchestrix.it.Launch;
import io.orchestrix.it.ServerUnderTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Copies of the Open Liberty that the build assembled. Their logs and, on H2, their data are in
 * {@code target/it/<name>}.
 */
public final class LibertyUnderTest implements ServerUnderTest {
  private static final Path WLP = Path.of(System.getProperty("liberty.wlp", "target/liberty/wlp"));
  private static final Path SERVERS = WLP.resolve("usr/servers").toAbsolutePath();

  @Override
  public Launch prepare(String name, Map<String, String> settings) {
    var path = SERVERS.resolve(name);
    var work = Path.of("target/it").resolve(name).toAbsolutePath();
    var port = FreePort.find();
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
    var address = URI.create("http://localhost:" + port);
    return new Launch(command(name), work, address, address.resolve("/health/ready"));
  }

  private static List<String> command(String name) {
    var command = new ArrayList<>(Launch.java());
    command.addAll(
        List.of(
            "@" + WLP.resolve("lib/platform/java/java9.options"),
            "-javaagent:" + WLP.resolve("bin/tools/ws-javaagent.jar"),
            "-jar",
            WLP.resolve("bin/tools/ws-server.jar").toString(),
            name));
    return command;
  }
}
