package io.orchestrix.rest;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets a resource wait for projections, when the request has the header {@code
 * Orchestrix-Position}: who was answered such a position by a command, and asks for it, reads what
 * he has written.
 *
 * <pre>{@code
 * @GET
 * @AwaitsProjections("balances")
 * public Balance balance(@PathParam("id") String id) { ... }
 * }</pre>
 *
 * <p>It waits as long as {@code orchestrix.rest.await} says, then it answers 503.
 */
@Documented
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface AwaitsProjections {

  /** The names of the projections. */
  String[] value();
}
