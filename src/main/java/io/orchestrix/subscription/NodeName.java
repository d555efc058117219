package io.orchestrix.subscription;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;

/** Names processes. */
public final class NodeName {

  private static final int LONGEST = 60;

  private NodeName() {}

  /**
   * A name that no other process ever had.
   *
   * @param configured what it begins with; the name of the machine if it is empty
   */
  public static String unique(String configured) {
    String name = configured.isEmpty() ? host() : configured;
    String bounded = name.length() <= LONGEST ? name : name.substring(0, LONGEST);
    return bounded + "-" + UUID.randomUUID().toString().substring(0, 8);
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "node";
    }
  }
}
