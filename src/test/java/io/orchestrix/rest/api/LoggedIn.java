package io.orchestrix.rest.api;

import io.orchestrix.message.Caller;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who calls, as a header of the test says: roles with commas between; without it nobody. */
@ApplicationScoped
class LoggedIn implements Caller {

  static final String HEADER = "Test-Roles";

  private final ThreadLocal<Set<String>> roles = ThreadLocal.withInitial(Set::of);

  ContainerRequestFilter filter() {
    return new Login(this);
  }

  @Override
  public String name() {
    return "somebody";
  }

  @Override
  public boolean isInRole(String role) {
    return roles.get().contains(role);
  }

  void become(Set<String> now) {
    roles.set(now);
  }

  @PreMatching
  @Priority(1)
  private record Login(LoggedIn bean) implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
      String header = request.getHeaderString(HEADER);
      Set<String> roles = header == null ? Set.of() : Set.of(header.split(","));
      bean.become(roles);
      request.setSecurityContext(new Context(header == null ? null : () -> "somebody", roles));
    }
  }

  private record Context(@Nullable Principal principal, Set<String> roles)
      implements SecurityContext {

    @Override
    @SuppressWarnings("NullAway") // as JAX-RS has it
    public Principal getUserPrincipal() {
      return principal;
    }

    @Override
    public boolean isUserInRole(String role) {
      return roles.contains(role);
    }

    @Override
    public boolean isSecure() {
      return false;
    }

    @Override
    public String getAuthenticationScheme() {
      return "BASIC";
    }
  }
}
