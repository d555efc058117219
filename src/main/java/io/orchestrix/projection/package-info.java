/** Projections: read models that follow the events of the store. */
@NullMarked
package io.orchestrix.projection;

import org.jspecify.annotations.NullMarked;
