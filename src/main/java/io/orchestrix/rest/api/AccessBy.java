package io.orchestrix.rest.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of a method of the API that no list of roles stands on, what decides who may call it. It
 * never is somebody who is not logged in.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface AccessBy {

  /** What decides. */
  Rule value();

  /** What can decide. */
  enum Rule {
    /** The command of the name in the path, or else {@code orchestrix.rest.command-roles}. */
    COMMAND,
    /** The query of the name in the path, or else readers and operators may. */
    QUERY,
    /** {@code orchestrix.rest.event-roles}. */
    EVENT
  }
}
