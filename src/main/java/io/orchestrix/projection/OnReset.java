package io.orchestrix.projection;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the one method of a projection that takes back what the projection has written, before
 * events are replayed, and when a version of its read model is dropped. It runs in a transaction;
 * nothing else of the projection runs at that time.
 *
 * <p>It may take the {@link ReadModel} whose rows are meant, and the {@link
 * io.orchestrix.message.GlobalPosition} after which events will come again; without the latter it
 * is replayed from the start only.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnReset {}
