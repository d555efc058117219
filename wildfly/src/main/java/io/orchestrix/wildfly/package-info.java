/** The addresses that the server prints when it is up. */
@NullMarked
package io.orchestrix.wildfly;

import org.jspecify.annotations.NullMarked;
