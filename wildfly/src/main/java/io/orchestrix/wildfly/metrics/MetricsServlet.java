package io.orchestrix.wildfly.metrics;

import io.smallrye.metrics.MetricsRequestHandler;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;

/**
 * {@code /metrics} of the application. It answers who asks from this machine, and who is logged in
 * with the role {@value #READER}; others get 403. Behind a proxy on the same machine everybody
 * comes from there.
 */
@WebServlet("/metrics")
public class MetricsServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final String READER = "orchestrix-reader";

  @SuppressWarnings("serial") // nobody writes servlets
  @Inject
  MetricsRequestHandler handler;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!isFromHere(request) && !request.isUserInRole(READER)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    handler.handleRequest(
        "/metrics",
        "/metrics",
        "GET",
        List.of("text/plain").stream(),
        request.getParameterMap(),
        (status, message, headers) -> {
          response.setStatus(status);
          response.setContentType(headers.getOrDefault("Content-Type", "text/plain"));
          response.setCharacterEncoding("UTF-8");
          response.getWriter().write(message);
        });
  }

  private static boolean isFromHere(HttpServletRequest request) throws IOException {
    return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
  }
}
