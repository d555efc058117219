package io.orchestrix.it;

import java.util.Map;

/** A kind of server that the build assembled; the module of the server provides it as a service. */
public interface ServerUnderTest {

  /**
   * Makes a server of its own with these settings (db.kind and the like), ports that nobody uses
   * and empty data, to be started.
   */
  Launch prepare(String name, Map<String, String> settings);
}
