/** Notes whose handlers are on session beans. */
@NullMarked
package io.orchestrix.it.guest.ejb;

import org.jspecify.annotations.NullMarked;
