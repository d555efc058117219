/** Executed commands in memory. */
@NullMarked
package io.orchestrix.command.inmemory;

import org.jspecify.annotations.NullMarked;
