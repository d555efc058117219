package io.orchestrix.cdi;

import io.orchestrix.cdi.ejb.CallerBean;
import io.orchestrix.message.Caller;
import jakarta.enterprise.inject.Instance;

/** The caller as the container knows him. */
record ContainerCaller(CallerBean bean) implements Caller {

  /** Nobody where there are no EJBs. */
  static Caller of(Instance<Object> beans) {
    Instance<CallerBean> found = beans.select(CallerBean.class);
    return found.isResolvable() ? new ContainerCaller(found.get()) : ANONYMOUS;
  }

  @Override
  public String name() {
    return bean.name();
  }

  @Override
  public boolean isInRole(String role) {
    return bean.isInRole(role);
  }
}
