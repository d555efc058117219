package io.orchestrix.query;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a method of a bean the one handler of a query, as {@code @Observes} makes an observer.
 *
 * <p>The method is neither private nor static, and public in an EJB. It returns what the query
 * names as the type of its answer, never {@code null}. Further parameters are injected. It runs in
 * a transaction, that of who asks if there is one, and changes nothing.
 *
 * <pre>{@code
 * Balance balance(@HandlesQuery BalanceOf query, Clock clock) { ... }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface HandlesQuery {

  /**
   * The names of the projections whose progress can change the answer. A query without them can be
   * asked, but not {@linkplain QueryBus#subscribe subscribed} to.
   */
  String[] reads() default {};
}
