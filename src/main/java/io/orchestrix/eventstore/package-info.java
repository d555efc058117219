/** Streams of events, appended under conditions and read in order. */
@NullMarked
package io.orchestrix.eventstore;

import org.jspecify.annotations.NullMarked;
