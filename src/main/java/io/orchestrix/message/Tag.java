package io.orchestrix.message;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a component of an event one of its tags, {@code name:value}, by which events can be found
 * across streams.
 *
 * <pre>{@code
 * record MoneyTransferred(
 *     @Tag("account") String from, @Tag("account") String to, BigDecimal amount) implements Event {}
 * }</pre>
 *
 * <p>The value is the component's text; a {@link java.util.Collection} gives a tag for each
 * element. What is {@code null} or empty gives none. A tag has at most 255 characters and no
 * control character; {@link Tags#of} refuses others.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Tag {

  /**
   * The name before the colon: 1 to 100 letters a to z, digits, {@code .}, {@code _} or {@code -}.
   * Empty: the name of the component.
   */
  String value() default "";
}
