package io.orchestrix.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A port of the loopback interface that nobody listens on, each time another one. */
public final class FreePort {
  private static final Set<Integer> FOUND = ConcurrentHashMap.newKeySet();

  private FreePort() {}

  public static int find() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return FOUND.add(socket.getLocalPort()) ? socket.getLocalPort() : find();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
