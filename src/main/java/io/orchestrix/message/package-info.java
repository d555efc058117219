/**
 * What travels: commands, events, their metadata; and how events stand in the store, in whatever
 * revision they were written.
 */
@NullMarked
package io.orchestrix.message;

import org.jspecify.annotations.NullMarked;
