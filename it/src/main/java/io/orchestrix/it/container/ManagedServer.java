package io.orchestrix.it.container;

import io.orchestrix.it.Managed;
import io.orchestrix.it.ServerUnderTest;
import io.orchestrix.it.Servers;
import org.jboss.arquillian.container.spi.ContainerRegistry;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.LoadableExtension;

/** Gives Arquillian its server: the one of the module, with PostgreSQL. Found as a service. */
public final class ManagedServer implements LoadableExtension {
  private static final ServerUnderTest KIND = ServerUnderTest.find();
  private static final Managed SERVER =
      KIND.prepareManaged("arquillian", Servers.postgres().settings());

  static Managed server() {
    return SERVER;
  }

  static ServerUnderTest kind() {
    return KIND;
  }

  @Override
  public void register(ExtensionBuilder builder) {
    builder.observer(Configuration.class);
  }

  /** Hands the adapter what no file can know: the folder and the ports of this run. */
  public static final class Configuration {
    void configure(@Observes ContainerRegistry registry) {
      var configuration = registry.getContainers().get(0).getContainerConfiguration();
      server().adapter().forEach(configuration::property);
    }
  }
}
