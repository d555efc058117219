/** What the bank does not ship: its projections and dead letters over HTTP, for tests. */
@NullMarked
package io.orchestrix.it.guest.operations;

import org.jspecify.annotations.NullMarked;
