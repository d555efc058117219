package io.orchestrix.command;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a method of a bean or of an aggregate the one handler of a command, as {@code @Observes}
 * makes an observer.
 *
 * <p>The method is not static, on a bean not private, and public in an EJB. On an aggregate it is
 * called on the one that the {@link TargetId} of the command names. Further parameters are
 * injected; a {@link CommandMessage} or its metadata is that of the command. It runs in a
 * transaction; what it returns is the sender's answer, what it throws rolls everything back.
 *
 * <pre>{@code
 * void open(@HandlesCommand OpenAccount command, Clock clock) { ... }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface HandlesCommand {}
