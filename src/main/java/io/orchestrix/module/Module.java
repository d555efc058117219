package io.orchestrix.module;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names a module: a part of the application with aggregates and handlers of its own, which talks to
 * other modules by events only. It holds the classes of the package (and of the packages below it)
 * or the class (and its member classes) that it is on; the nearest one counts.
 *
 * <pre>{@code
 * @Module("orders")
 * package com.acme.orders;
 * }</pre>
 *
 * <p>On a class that is a {@link ModuleWiring} it names what that registers.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PACKAGE, ElementType.TYPE})
public @interface Module {

  /** The name, unique in the application. */
  String value();
}
