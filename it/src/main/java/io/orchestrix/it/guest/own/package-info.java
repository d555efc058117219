/** Beans of an application that other libraries, too, would like to provide. */
@NullMarked
package io.orchestrix.it.guest.own;

import org.jspecify.annotations.NullMarked;
