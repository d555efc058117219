package io.orchestrix.aggregate;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Keeps the state of the aggregates of a class beside their events, so that loading reads only the
 * events after it. Without it every event is read.
 *
 * <pre>{@code
 * @Snapshots(every = 100)
 * @Aggregate("account")
 * class Account extends AggregateRoot {}
 * }</pre>
 *
 * <p>A snapshot is a cache: one that does not fit the code or the events any more is ignored, and
 * the aggregate is rebuilt from its events. Either {@link #every} or {@link #ifLoadTakes} is given.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Snapshots {

  /** A snapshot is due when so many events were stored since the last one; at least 1. */
  int every() default 0;

  /**
   * A snapshot is due when it took at least so long to read and apply the events since the last
   * one: an ISO-8601 duration such as {@code PT0.05S}, longer than none.
   */
  String ifLoadTakes() default "";

  /**
   * Counted up where {@code when} methods come to mean something else by code that is neither in
   * the class, nor in its superclasses, nor in the classes of its state and events; changes of
   * those are seen without it.
   */
  int revision() default 1;
}
