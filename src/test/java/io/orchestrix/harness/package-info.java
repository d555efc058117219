/** A server in a second: Weld, Narayana, Agroal and Hibernate around the library. */
@NullMarked
package io.orchestrix.harness;

import org.jspecify.annotations.NullMarked;
