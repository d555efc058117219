/** Dead letters in memory. */
@NullMarked
package io.orchestrix.deadletter.inmemory;

import org.jspecify.annotations.NullMarked;
