package io.orchestrix.wildfly;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Prints where to go, after the examples have started. */
@WebListener
public class Addresses implements ServletContextListener {

  @Override
  public void contextInitialized(ServletContextEvent event) {
    var config = ConfigProvider.getConfig();
    System.out.println(
        """

        Orchestrix is up. Open in a browser:
          http://%1$s:%2$s/              every example and its addresses
          http://%1$s:%2$s/openapi       the bank's endpoints
          http://localhost:%3$s/health/ready  ready for requests?
        Data: %4$s. Stop with Ctrl+C.
        """
            .formatted(
                setting(config, "http.host", "localhost"),
                setting(config, "http.port", "9080"),
                setting(config, "management.port", "9990"),
                setting(config, "db.kind", "h2")));
  }

  private static String setting(Config config, String name, String byDefault) {
    return config.getOptionalValue(name, String.class).orElse(byDefault);
  }
}
