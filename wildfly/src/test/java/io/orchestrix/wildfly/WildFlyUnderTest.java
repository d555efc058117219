package io.orchestrix.wildfly;

import io.orchestrix.it.FileTree;
import io.orchestrix.it.FreePort;
import io.orchestrix.it.Launch;
import io.orchestrix.it.ServerUnderTest;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The WildFly that the build assembled, with base directories of their own in {@code
 * target/it/<name>}.
 */
public final class WildFlyUnderTest implements ServerUnderTest {
  private static final Path HOME =
      Path.of(System.getProperty("wildfly.home", "target/wildfly")).toAbsolutePath();

  @Override
  public Launch prepare(String name, Map<String, String> settings) {
    var base = Path.of("target/it").resolve(name).toAbsolutePath();
    var port = FreePort.find();
    var managementPort = FreePort.find();
    var properties = new TreeMap<>(settings);
    properties.put("jboss.home.dir", HOME.toString());
    properties.put("jboss.server.base.dir", base.toString());
    properties.put("http.port", String.valueOf(port));
    properties.put("management.port", String.valueOf(managementPort));
    properties.put("db.dir", base.resolve("data").toString());
    try {
      FileTree.delete(base);
      FileTree.copy(HOME.resolve("standalone"), base, Set.of("data", "log", "tmp"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Launch(
        command(properties),
        base,
        URI.create("http://localhost:" + port),
        URI.create("http://localhost:" + managementPort + "/health/ready"));
  }

  private static List<String> command(Map<String, String> properties) {
    var command = new ArrayList<>(Launch.java());
    properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(
        List.of(
            "-jar",
            HOME.resolve("jboss-modules.jar").toString(),
            "-mp",
            HOME.resolve("modules").toString(),
            "org.jboss.as.standalone",
            "--yaml=orchestrix.yml"
                + File.pathSeparator
                + "datasource-"
                + properties.get("db.kind")
                + ".yml"));
    return command;
  }
}
