/** A bank: its accounts are written as events. */
@NullMarked
package io.orchestrix.examples.banking;

import org.jspecify.annotations.NullMarked;
