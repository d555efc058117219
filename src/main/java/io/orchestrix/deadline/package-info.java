/** Deadlines: what is to happen at a time, kept in the transaction that wants it. */
@NullMarked
package io.orchestrix.deadline;

import org.jspecify.annotations.NullMarked;
