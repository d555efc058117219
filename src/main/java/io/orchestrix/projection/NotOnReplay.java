package io.orchestrix.projection;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method of a projection that is not called for events that the projection has handled
 * before: it sends a letter, for one, and replays send none again. An event that was parked counts
 * as handled before.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface NotOnReplay {}
