package io.orchestrix.message;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A component of a message, or a field of an aggregate, that operators see masked unless {@code
 * orchestrix.payload-visibility} is {@code full}. It is stored as it is. In a class with getters it
 * stands at the field or at the getter; an object of a class that writes a sensitive field under
 * another name, or itself in a way of its own, is masked as a whole.
 *
 * <pre>{@code
 * public record OpenAccount(@TargetId String accountId, @Sensitive String owner) implements Command {}
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD})
public @interface Sensitive {

  /** What is shown instead. */
  String MASK = "***";
}
