package io.orchestrix.liberty;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import org.eclipse.microprofile.config.ConfigProvider;

/** Prints where to go, after the examples have started. */
@WebListener
public class Addresses implements ServletContextListener {

  @Override
  public void contextInitialized(ServletContextEvent event) {
    var config = ConfigProvider.getConfig();
    var server =
        "http://%s:%s"
            .formatted(
                config.getValue("http.host", String.class),
                config.getValue("http.port", String.class));
    System.out.println(
        """

        Orchestrix is up. Open in a browser:
          %1$s/              every example and its addresses
          %1$s/openapi/ui    the bank's endpoints, to be tried
          %1$s/health/ready  ready for requests?
        Data: %2$s. Stop with Ctrl+C.
        """
            .formatted(server, config.getValue("db.kind", String.class)));
  }
}
