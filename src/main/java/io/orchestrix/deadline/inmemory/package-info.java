/** Deadlines in memory, for tests and for programs without a database. */
@NullMarked
package io.orchestrix.deadline.inmemory;

import org.jspecify.annotations.NullMarked;
