/** Checkpoints in memory, for tests and for programs without a database. */
@NullMarked
package io.orchestrix.subscription.inmemory;

import org.jspecify.annotations.NullMarked;
