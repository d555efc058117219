/** The event store in memory, for tests and for programs without a database. */
@NullMarked
package io.orchestrix.eventstore.inmemory;

import org.jspecify.annotations.NullMarked;
