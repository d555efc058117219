/** One transaction around one message. */
@NullMarked
package io.orchestrix.unitofwork;

import org.jspecify.annotations.NullMarked;
