package io.orchestrix.rest.api;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gives the servlet that web.xml leaves without a class {@link WebXmlRest}, on servers that do not
 * take it from web-fragment.xml.
 */
public class WebXmlRestInitializer implements ServletContainerInitializer {

  /** The second is what applications say that were moved from Java EE and kept their web.xml. */
  private static final String[] NAMES = {
    "jakarta.ws.rs.core.Application", "javax.ws.rs.core.Application"
  };

  @Override
  public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) {
    Stream.of(NAMES)
        .filter(name -> isWithoutClass(context.getServletRegistration(name)))
        .forEach(name -> context.addServlet(name, WebXmlRest.class).setAsyncSupported(true));
  }

  private static boolean isWithoutClass(@Nullable ServletRegistration servlet) {
    return servlet != null
        && servlet.getClassName() == null
        && servlet.getInitParameter(WebXmlRest.APPLICATION) == null;
  }
}
