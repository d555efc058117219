/** Orchestrix beside plain JDBC and Axon Framework: the same work on one PostgreSQL, in one run. */
@NullMarked
package io.orchestrix.bench;

import org.jspecify.annotations.NullMarked;
