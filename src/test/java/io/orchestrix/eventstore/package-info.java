/**
 * Tests of the event store: one conformance suite for every implementation, and the order under
 * fire.
 */
@NullMarked
package io.orchestrix.eventstore;

import org.jspecify.annotations.NullMarked;
