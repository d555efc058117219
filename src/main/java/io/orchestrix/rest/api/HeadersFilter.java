package io.orchestrix.rest.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;

/** Tells browsers to do nothing with an answer but to show it, and nobody to keep it. */
@ApplicationScoped
public class HeadersFilter implements ContainerResponseFilter {

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    MultivaluedMap<String, Object> headers = response.getHeaders();
    headers.putSingle("X-Content-Type-Options", "nosniff");
    headers.putSingle("X-Frame-Options", "DENY");
    headers.putSingle("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    headers.putSingle("Referrer-Policy", "no-referrer");
    if (!headers.containsKey(HttpHeaders.CACHE_CONTROL)) {
      boolean hasTag = headers.containsKey(HttpHeaders.ETAG);
      headers.putSingle(HttpHeaders.CACHE_CONTROL, hasTag ? "private, no-cache" : "no-store");
    }
  }
}
