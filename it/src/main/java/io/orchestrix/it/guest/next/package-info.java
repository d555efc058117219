/** The next version of the notes: lines have an author. */
@NullMarked
package io.orchestrix.it.guest.next;

import org.jspecify.annotations.NullMarked;
