package io.orchestrix.command;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a method of a bean the one handler of a command, as {@code @Observes} makes an observer.
 *
 * <p>The method is not private and not static, and public in an EJB. Further parameters are
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
