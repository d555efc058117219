package io.orchestrix.saga;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a method of a {@link Saga} with a parameter with {@code @HandlesEvent}: such an event begins
 * an instance, whose key {@link Correlate} says; the method returns its first state. A second event
 * with the same key finds the instance that is there.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface StartsOn {}
