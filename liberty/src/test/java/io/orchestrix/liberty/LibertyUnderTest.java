package io.orchestrix.liberty;

import io.orchestrix.it.FileTree;
import io.orchestrix.it.FreePort;
import io.orchestrix.it.Launch;
import io.orchestrix.it.Managed;
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

  /** What Arquillian needs, on top of the server's own configuration. */
  private static final String MANAGED =
      """
      <server>
        <featureManager>
          <feature>localConnector-1.0</feature>
        </featureManager>
        <basicRegistry id="basic">
          <user name="ada" password="analytical"/>
          <group name="writer"><member name="ada"/></group>
          <user name="bob" password="builder"/>
        </basicRegistry>
        <config updateTrigger="polled" monitorInterval="50ms"/>
        <applicationMonitor updateTrigger="mbean"/>
      </server>
      """;

  /** Somebody who may nothing. */
  private static final String STRANGER =
      """
      <server>
        <basicRegistry id="basic">
          <user name="stranger" password="stranger"/>
        </basicRegistry>
      </server>
      """;

  @Override
  public String title() {
    return "Open Liberty " + System.getProperty("liberty.version");
  }

  @Override
  public Path bank() {
    return SERVERS.resolve("orchestrix/apps/banking.war");
  }

  @Override
  public Launch prepare(String name, Map<String, String> settings) {
    var work = work(name);
    var address = URI.create("http://localhost:" + makeServer(name, settings));
    return new Launch(
        command(name),
        work,
        address,
        address.resolve("/health/ready"),
        SERVERS.resolve(name).resolve("apps/banking.war"));
  }

  @Override
  public Managed prepareManaged(String name, Map<String, String> settings) {
    var port = makeServer(name, settings);
    try {
      var overrides = SERVERS.resolve(name).resolve("configDropins/overrides");
      Files.createDirectories(overrides);
      Files.writeString(overrides.resolve("managed.xml"), MANAGED);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var address = URI.create("http://localhost:" + port);
    return new Managed(
        Map.of(
            "wlpHome",
            WLP.toAbsolutePath().toString(),
            "serverName",
            name,
            "httpPort",
            String.valueOf(port),
            "deployType",
            "xml",
            "sharedLib",
            "hibernate",
            "javaVmArguments",
            Managed.JVM,
            "serverStartTimeout",
            "90",
            "appDeployTimeout",
            "60"),
        address,
        address.resolve("/health"),
        work(name).resolve("messages.log"));
  }

  /** Copies the server with settings of its own; answers with its port. */
  private static int makeServer(String name, Map<String, String> settings) {
    var path = SERVERS.resolve(name);
    var work = work(name);
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
      var overrides = path.resolve("configDropins/overrides");
      Files.createDirectories(overrides);
      Files.writeString(overrides.resolve("stranger.xml"), STRANGER);
      Files.writeString(
          path.resolve("bootstrap.properties"),
          bootstrap.entrySet().stream()
              .map(setting -> setting.getKey() + "=" + setting.getValue().replace('\\', '/'))
              .collect(Collectors.joining("\n")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return port;
  }

  private static Path work(String name) {
    return Path.of("target/it").resolve(name).toAbsolutePath();
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
