/** Applications of other people, which the tests pack in the ways in which they are packed. */
@NullMarked
package io.orchestrix.it.guest;

import org.jspecify.annotations.NullMarked;
