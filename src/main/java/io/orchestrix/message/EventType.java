package io.orchestrix.message;

import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives an event the name under which it is stored; without it that is the simple name of its
 * class. A renamed class keeps its stored events when it keeps this name.
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

  /** The stored name, unique in the application: 1 to 255 characters, no control characters. */
  String value();
}
