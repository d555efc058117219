/** Snapshots in memory, for tests and for programs without a database. */
@NullMarked
package io.orchestrix.aggregate.inmemory;

import org.jspecify.annotations.NullMarked;
