package io.orchestrix.saga;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a method of a {@link Saga}: takes a step back that names the method. It is tried until it
 * succeeds, or {@link Retried} says that it is enough: then the instance is quarantined, and waits
 * for somebody to look.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Compensation {}
