/** Two small applications without Orchestrix, for comparison: one says hello, one keeps notes. */
@NullMarked
package io.orchestrix.it.footprint;

import org.jspecify.annotations.NullMarked;
