package io.orchestrix.rest.api;

import static java.util.Objects.requireNonNull;
import static java.util.function.Predicate.not;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.UnavailableException;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Serves what a WAR maps to {@code jakarta.ws.rs.core.Application} in its web.xml, with the servlet
 * by which the server serves the API. Servers do so themselves only where no class extends {@code
 * Application}, and ours does.
 */
public class WebXmlRest extends HttpServlet {

  /** The parameter that names the application a servlet serves. */
  static final String APPLICATION = "jakarta.ws.rs.Application";

  private static final String PREFIX = "resteasy.servlet.mapping.prefix";

  private static final long serialVersionUID = 1;

  /** Missing before it is initialized, and where that failed. */
  private transient @Nullable Servlet rest;

  @Override
  public void init() throws ServletException {
    ServletContext context = getServletContext();
    ServletRegistration api = context.getServletRegistration(ApiApplication.class.getName());
    if (api == null) {
      throw notServed();
    }
    Map<String, String> parameters = parameters(context, api);
    Collections.list(getInitParameterNames())
        .forEach(name -> parameters.put(name, getInitParameter(name)));
    Servlet another = sameAs(api, context);
    another.init(new Config(getServletName(), context, parameters));
    rest = another;
  }

  private static Servlet sameAs(ServletRegistration api, ServletContext context)
      throws ServletException {
    try {
      return context.createServlet(
          context.getClassLoader().loadClass(api.getClassName()).asSubclass(Servlet.class));
    } catch (ClassNotFoundException e) {
      throw new ServletException(e);
    }
  }

  private Map<String, String> parameters(ServletContext context, ServletRegistration api)
      throws UnavailableException {
    List<? extends ServletRegistration> others =
        context.getServletRegistrations().values().stream()
            .filter(servlet -> servlet.getInitParameter(APPLICATION) != null)
            .filter(not(servlet -> servlet.getName().equals(getServletName())))
            .filter(not(servlet -> servlet.getName().equals(api.getName())))
            .toList();
    if (others.isEmpty()) {
      Map<String, String> parameters = new HashMap<>(api.getInitParameters());
      parameters.remove(APPLICATION);
      parameters.put(PREFIX, path(context));
      return parameters;
    }
    // One without a mapping is at the path that web.xml maps, so this servlet has taken its place.
    return others.stream()
        .filter(servlet -> servlet.getMappings().isEmpty())
        .findFirst()
        .map(servlet -> new HashMap<>(servlet.getInitParameters()))
        .orElseThrow(this::notServed);
  }

  private String path(ServletContext context) {
    return context.getServletRegistration(getServletName()).getMappings().stream()
        .findFirst()
        .map(pattern -> pattern.replace("*", ""))
        .orElse("/");
  }

  /** Makes the container answer 404, as it does without us. */
  private UnavailableException notServed() {
    return new UnavailableException(
        "The application declares REST by a class or a servlet of its own, so "
            + getServletName()
            + " in its web.xml maps nothing.");
  }

  @Override
  public void service(ServletRequest request, ServletResponse response)
      throws ServletException, IOException {
    requireNonNull(rest).service(request, response);
  }

  @Override
  public void destroy() {
    if (rest != null) {
      rest.destroy();
    }
  }

  private record Config(
      String getServletName, ServletContext getServletContext, Map<String, String> parameters)
      implements ServletConfig {

    @Override
    public @Nullable String getInitParameter(String name) {
      return parameters.get(name);
    }

    @Override
    public Enumeration<String> getInitParameterNames() {
      return Collections.enumeration(parameters.keySet());
    }
  }
}
