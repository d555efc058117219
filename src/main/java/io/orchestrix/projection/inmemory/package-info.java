/** The versions of read models in memory, for tests and for programs without a database. */
@NullMarked
package io.orchestrix.projection.inmemory;

import org.jspecify.annotations.NullMarked;
