/** What the composition has to know of the application's own persistence units. */
@NullMarked
package io.orchestrix.cdi.jpa;

import org.jspecify.annotations.NullMarked;
