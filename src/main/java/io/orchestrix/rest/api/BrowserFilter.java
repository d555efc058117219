package io.orchestrix.rest.api;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses changes that a page of another site lets a browser send with the cookies or the password
 * of its user. Browsers say where a request comes from ({@code Sec-Fetch-Site}, older ones {@code
 * Origin}), and no page can change that; other programs say nothing.
 */
@Priority(Priorities.AUTHENTICATION - 100)
@ApplicationScoped
public class BrowserFilter implements ContainerRequestFilter {

  private static final Set<String> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD);
  private static final Set<String> OWN = Set.of("same-origin", "none");

  @Override
  public void filter(ContainerRequestContext request) {
    if (!SAFE.contains(request.getMethod()) && isOfAnotherSite(request)) {
      throw AccessException.otherSite();
    }
  }

  private static boolean isOfAnotherSite(ContainerRequestContext request) {
    String site = request.getHeaderString("Sec-Fetch-Site");
    if (site != null) {
      return !OWN.contains(site);
    }
    String origin = request.getHeaderString("Origin");
    return origin != null && !isOwn(origin, request.getHeaderString(HttpHeaders.HOST));
  }

  /** By host and port: behind a proxy that ends TLS the scheme is another one. */
  private static boolean isOwn(String origin, @Nullable String host) {
    try {
      return host != null && host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
