/** What lists of instances show, in memory. */
@NullMarked
package io.orchestrix.saga.inmemory;

import org.jspecify.annotations.NullMarked;
