/** Bells that ring when it is time: what an application does with deadlines. */
@NullMarked
package io.orchestrix.it.guest.bells;

import org.jspecify.annotations.NullMarked;
