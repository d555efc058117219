package io.orchestrix.aggregate;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a command handler of an aggregate makes a new one. Without it there has to be one
 * already, and {@link AggregateNotFoundException} is thrown if there is none.
 *
 * <pre>{@code
 * @Creates
 * void open(@HandlesCommand OpenAccount command) {
 *   apply(new AccountOpened(id(), command.owner()));
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Creates {

  /**
   * Whether there may be one already. {@link Creation#ALWAYS} fails with {@link
   * AggregateExistsException} if there is, and with {@link NothingCreatedException} if no event was
   * applied.
   */
  Creation value() default Creation.ALWAYS;
}
