/** The composition without a server: everything in plain Java SE, in memory. */
@NullMarked
package io.orchestrix.standalone;

import org.jspecify.annotations.NullMarked;
