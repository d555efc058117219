package io.orchestrix.it;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/**
 * A server that Arquillian starts.
 *
 * @param adapter the configuration of its container adapter
 * @param address the first page
 * @param health answers what {@code /health} answers
 * @param log where it writes what happens
 */
public record Managed(Map<String, String> adapter, URI address, URI health, Path log) {

  /** Starts fast, and keeps nothing that is only softly reachable, so that leaks can be told. */
  public static final String JVM = "-XX:TieredStopAtLevel=1 -XX:SoftRefLRUPolicyMSPerMB=0";
}
