/** Sagas: work over several aggregates and time, in steps that are taken back when one fails. */
@NullMarked
package io.orchestrix.saga;

import org.jspecify.annotations.NullMarked;
