/** Queries and the bus that brings each to its one handler; answers that follow what changes. */
@NullMarked
package io.orchestrix.query;

import org.jspecify.annotations.NullMarked;
