package io.orchestrix.cdi.ejb;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.security.Principal;
import java.util.Set;

/** Knows the caller by the EJB container, which every server has and which follows him. */
@Stateless
@LocalBean
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class CallerBean {

  /** What Open Liberty and WildFly call somebody who has not logged in. */
  private static final Set<String> NOBODY = Set.of("UNAUTHENTICATED", "anonymous");

  @Resource SessionContext context;

  /** The name of the caller; empty if there is none. */
  public String name() {
    Principal caller = context.getCallerPrincipal();
    return caller == null || NOBODY.contains(caller.getName()) ? "" : caller.getName();
  }

  /** Whether the caller has a role. */
  public boolean isInRole(String role) {
    return context.isCallerInRole(role);
  }
}
