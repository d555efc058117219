package io.orchestrix.it;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** A kind of server that the build assembled; the module of the server provides it as a service. */
public interface ServerUnderTest {

  /** The server that the module brings. */
  static ServerUnderTest find() {
    return all().get(0);
  }

  /** The module's own server, and then those that it borrows from other modules. */
  static List<ServerUnderTest> all() {
    return ServiceLoader.load(ServerUnderTest.class).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }

  /** Its product and version. */
  String title();

  /**
   * The bank's WAR as it may be deployed on every server; what one dependency brings is in its
   * {@code WEB-INF/lib}.
   */
  Path bank();

  /**
   * Makes a server of its own with these settings (db.kind and the like), ports that nobody uses
   * and empty data, to be started.
   */
  Launch prepare(String name, Map<String, String> settings);

  /**
   * Makes such a server for Arquillian, which starts it and deploys to it.
   *
   * @return where the server will be, and the configuration of its container adapter
   */
  Managed prepareManaged(String name, Map<String, String> settings);
}
