/** Commands and the bus that brings each to its one handler. */
@NullMarked
package io.orchestrix.command;

import org.jspecify.annotations.NullMarked;
