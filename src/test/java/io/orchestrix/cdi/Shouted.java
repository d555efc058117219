package io.orchestrix.cdi;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InterceptorBinding;
import jakarta.interceptor.InvocationContext;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Puts the answer in capitals. */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@interface Shouted {

  /** Does it. */
  @Shouted
  @Interceptor
  @Priority(Interceptor.Priority.APPLICATION)
  class Shouter {
    @AroundInvoke
    Object shout(InvocationContext invocation) throws Exception {
      return invocation.proceed().toString().toUpperCase(java.util.Locale.ROOT);
    }
  }
}
