package io.orchestrix.config;

import java.util.Locale;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** The name under which the server runs this application. */
record ApplicationName(String value) {

  /**
   * Without a dotted version at the end, as in {@code my-bank-1.4.2}, so that the next version
   * finds its events.
   */
  ApplicationName {
    value = value.replaceFirst("[-_]\\d+(\\.\\d+)+([-.].*)?$", "");
  }

  /**
   * Asks the server.
   *
   * @throws ConfigurationException if it does not know
   */
  @SuppressWarnings("BanJNDI") // a fixed name of the platform, nothing from outside
  static ApplicationName lookup() {
    try {
      return new ApplicationName(InitialContext.doLookup("java:app/AppName"));
    } catch (NamingException e) {
      throw ConfigurationException.noApplicationName(e);
    }
  }

  /** As the name of a database schema: {@code My-Bank} becomes {@code my_bank}. */
  String asIdentifier() {
    String identifier = value.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_");
    String safe = identifier.matches("[a-z].*") ? identifier : "app_" + identifier;
    return safe.length() > 63 ? safe.substring(0, 63) : safe;
  }
}
