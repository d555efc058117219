/** Notes beside a persistence unit of the application itself. */
@NullMarked
package io.orchestrix.it.guest.unit;

import org.jspecify.annotations.NullMarked;
