package io.orchestrix.rest.api;

import io.orchestrix.cdi.SubscriptionLife;
import io.orchestrix.harness.Container;
import io.orchestrix.harness.TestDatabase;
import io.orchestrix.rest.IdempotencyKeyFilter;
import io.orchestrix.rest.OrchestrixExceptionMapper;
import io.orchestrix.rest.PositionFilter;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Field;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.resteasy.mock.MockDispatcherFactory;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.jboss.resteasy.specimpl.ResteasyHttpHeaders;
import org.jboss.resteasy.spi.Dispatcher;
import org.jboss.resteasy.spi.ResteasyProviderFactory;
import org.jboss.resteasy.util.CaseInsensitiveMap;
import org.jboss.weld.proxy.WeldClientProxy;

/** The API with the JAX-RS of both servers, but without a server. */
final class Api implements AutoCloseable {

  private static final URI BASE = URI.create("http://localhost/app/orchestrix/api/");

  private final Container container;
  private final Map<String, String> settings;
  private final Dispatcher dispatcher = MockDispatcherFactory.createDispatcher();

  private Api(Container container, Map<String, String> settings) {
    this.container = container;
    this.settings = settings;
    settings.forEach(System::setProperty); // again: the container has taken them away
    ResteasyProviderFactory providers = dispatcher.getProviderFactory();
    Stream.concat(
            new ApiApplication().getClasses().stream().filter(type -> type != ApiRoot.class),
            Stream.of(
                OrchestrixExceptionMapper.class, IdempotencyKeyFilter.class, PositionFilter.class))
        .map(this::instance)
        .forEach(
            provider -> {
              providers.injectProperties(provider);
              providers.registerProviderInstance(provider);
            });
    providers.registerProviderInstance(container.get(LoggedIn.class).filter());
    settings.forEach(
        System::setProperty); // the container has taken them away, and beans come later
    Object root = instance(ApiRoot.class);
    providers.injectProperties(root);
    dispatcher.getRegistry().addSingletonResource(root);
    container.get(SubscriptionLife.class).begin();
  }

  /** The bean itself, as JAX-RS puts values into its fields. */
  private Object instance(Class<?> type) {
    Object bean = container.get(type);
    return bean instanceof WeldClientProxy proxy
        ? proxy.getMetadata().getContextualInstance()
        : bean;
  }

  static Api start(TestDatabase database, Class<?>... application) {
    return start(Map.of(), database, application);
  }

  static Api start(Map<String, String> settings, TestDatabase database, Class<?>... application) {
    List<Class<?>> classes = new ArrayList<>(List.of(application));
    classes.add(LoggedIn.class);
    return new Api(
        Container.startWith(settings, database, classes.toArray(Class<?>[]::new)), settings);
  }

  <T> T get(Class<T> type) {
    return container.get(type);
  }

  /** As the server does each second, so that the node is believed to be alive. */
  void beat() {
    container.get(SubscriptionLife.class).beat();
  }

  Call as(String... roles) {
    return new Call(this).as(roles);
  }

  MockHttpResponse send(MockHttpRequest request) {
    MockHttpResponse response = new MockHttpResponse();
    RequestContextController requests = container.get(RequestContextController.class);
    boolean isNew = requests.activate();
    try {
      dispatcher.invoke(request, response);
      return response;
    } finally {
      if (isNew) {
        requests.deactivate();
      }
    }
  }

  static MockHttpRequest request(String method, String path, Map<String, String> headers) {
    MockHttpRequest request = MockHttpRequest.create(method, URI.create(BASE + path), BASE);
    MultivaluedMap<String, String> all = new CaseInsensitiveMap<>();
    headers.forEach(all::add);
    try { // those that are added to a request are not among all of it
      Field field = MockHttpRequest.class.getDeclaredField("httpHeaders");
      field.setAccessible(true);
      field.set(request, new ResteasyHttpHeaders(all));
      return request;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    container.get(SubscriptionLife.class).end();
    container.close();
    settings.keySet().forEach(System::clearProperty);
  }
}
