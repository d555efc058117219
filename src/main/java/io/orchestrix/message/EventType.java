package io.orchestrix.message;

import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says how an event is stored: under which name and in which revision of its payload. Without it
 * the name is the simple name of its class and the revision is 1.
 *
 * <pre>{@code
 * @EventType(value = "AccountOpened", revision = 2, aliases = "AccountCreated")
 * record Opened(String accountId, String owner) implements Event {}
 * }</pre>
 *
 * <p>A renamed class keeps its stored events when it keeps its name here, or lists the former one
 * as an alias. A new revision needs an {@link Upcaster} for each one before it.
 *
 * <p>Events that no aggregate names as the parameter of a {@code when} method need it to be known
 * to the store. (It is a stereotype only so that bean discovery sees the class; events are no
 * beans.)
 */
@Documented
@Stereotype
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventType {

  /**
   * The stored name, unique in the application: 1 to 255 characters, no control characters. Empty:
   * the simple name of the class.
   */
  String value() default "";

  /** The revision of the payload as the class writes it, at least 1. */
  int revision() default 1;

  /**
   * Other names under which events of this type are stored, with the same revisions; they follow
   * the rules of a name.
   */
  String[] aliases() default {};
}
