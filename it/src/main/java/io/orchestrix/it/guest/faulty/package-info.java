/** What an application must not have beside the notes. */
@NullMarked
package io.orchestrix.it.guest.faulty;

import org.jspecify.annotations.NullMarked;
