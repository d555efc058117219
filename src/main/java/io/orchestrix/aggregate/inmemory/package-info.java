/** Snapshots in memory, for tests. */
@NullMarked
package io.orchestrix.aggregate.inmemory;

import org.jspecify.annotations.NullMarked;
