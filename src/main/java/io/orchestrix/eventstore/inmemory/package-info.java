/** The event store in memory, for tests. */
@NullMarked
package io.orchestrix.eventstore.inmemory;

import org.jspecify.annotations.NullMarked;
