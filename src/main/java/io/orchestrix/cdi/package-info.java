/** The composition: a portable extension that finds handlers and aggregates and wires the rooms. */
@NullMarked
package io.orchestrix.cdi;

import org.jspecify.annotations.NullMarked;
