/** Aggregates rebuilt from their events, and the repositories that keep them. */
@NullMarked
package io.orchestrix.aggregate;

import org.jspecify.annotations.NullMarked;
