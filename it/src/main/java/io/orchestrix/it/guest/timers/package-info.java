/** Timers of the EJB container, to compare with. */
@NullMarked
package io.orchestrix.it.guest.timers;

import org.jspecify.annotations.NullMarked;
