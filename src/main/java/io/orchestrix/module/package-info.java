/** Modules: named groups of aggregates and handlers; the catalogue of all that there is. */
@NullMarked
package io.orchestrix.module;

import org.jspecify.annotations.NullMarked;
