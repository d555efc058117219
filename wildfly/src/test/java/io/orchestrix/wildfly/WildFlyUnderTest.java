package io.orchestrix.wildfly;

import io.orchestrix.it.FileTree;
import io.orchestrix.it.FreePort;
import io.orchestrix.it.Launch;
import io.orchestrix.it.Managed;
import io.orchestrix.it.ServerUnderTest;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * The WildFly that the build assembled, with base directories of their own in {@code
 * target/it/<name>}.
 */
public final class WildFlyUnderTest implements ServerUnderTest {
  private static final Path HOME =
      Path.of(System.getProperty("wildfly.home", "target/wildfly")).toAbsolutePath();

  @Override
  public String title() {
    return "WildFly " + System.getProperty("wildfly.version");
  }

  @Override
  public Path bank() {
    return Path.of(System.getProperty("plain.war", "target/plain"), "banking.war");
  }

  @Override
  public Launch prepare(String name, Map<String, String> settings) {
    var properties = makeServer(name, settings);
    return new Launch(
        command(properties),
        work(name),
        URI.create("http://localhost:" + properties.get("http.port")),
        URI.create("http://localhost:" + properties.get("management.port") + "/health/ready"),
        work(name).resolve("deployments/banking.war"));
  }

  @Override
  public Managed prepareManaged(String name, Map<String, String> settings) {
    var properties = makeServer(name, settings);
    var jvm = new StringJoiner(" ").add(Managed.JVM);
    properties.forEach((key, value) -> jvm.add("-D" + key + "=" + value));
    addUser(name, "ada", "analytical", "writer");
    addUser(name, "bob", "builder", "");
    return new Managed(
        Map.of(
            "jbossHome", HOME.toString(),
            "javaVmArguments", jvm.toString(),
            "jbossArguments", yaml(properties),
            "managementAddress", "localhost",
            "managementPort", properties.get("management.port"),
            "startupTimeoutInSeconds", "90"),
        URI.create("http://localhost:" + properties.get("http.port")),
        URI.create("http://localhost:" + properties.get("management.port") + "/health"),
        work(name).resolve("log/server.log"));
  }

  /** Copies the base directory with settings of its own; answers with its system properties. */
  private static Map<String, String> makeServer(String name, Map<String, String> settings) {
    var base = work(name);
    var properties = new TreeMap<>(settings);
    properties.put("jboss.home.dir", HOME.toString());
    properties.put("jboss.server.base.dir", base.toString());
    properties.put("http.port", String.valueOf(FreePort.find()));
    properties.put("management.port", String.valueOf(FreePort.find()));
    properties.put("db.dir", base.resolve("data").toString());
    try {
      FileTree.delete(base);
      FileTree.copy(HOME.resolve("standalone"), base, Set.of("data", "log", "tmp"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    addUser(name, "stranger", "stranger", "");
    return properties;
  }

  private static void addUser(String name, String user, String password, String role) {
    try {
      var configuration = work(name).resolve("configuration");
      Files.writeString(
          configuration.resolve("application-users.properties"),
          user + "=" + digest(user, password) + "\n",
          StandardOpenOption.APPEND);
      Files.writeString(
          configuration.resolve("application-roles.properties"),
          user + "=" + role + "\n",
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path work(String name) {
    return Path.of("target/it").resolve(name).toAbsolutePath();
  }

  private static String yaml(Map<String, String> properties) {
    return "--yaml=orchestrix.yml"
        + File.pathSeparator
        + "datasource-"
        + properties.get("db.kind")
        + ".yml";
  }

  private static String digest(String user, String password) {
    try {
      var text = user + ":ApplicationRealm:" + password;
      var hash = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
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
            yaml(properties)));
    return command;
  }
}
