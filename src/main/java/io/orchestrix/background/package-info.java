/**
 * Work that a node does by itself: when it is signalled, on whose threads, and what it forgives.
 */
@NullMarked
package io.orchestrix.background;

import org.jspecify.annotations.NullMarked;
