/** An application that uses what the command side has. */
@NullMarked
package io.orchestrix.it.guest.side;

import org.jspecify.annotations.NullMarked;
