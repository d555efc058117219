/** The page at {@code /} and the addresses that the server prints when it is up. */
@NullMarked
package io.orchestrix.liberty;

import org.jspecify.annotations.NullMarked;
