/** Events that a subscription could not handle, and those that wait behind them. */
@NullMarked
package io.orchestrix.deadletter;

import org.jspecify.annotations.NullMarked;
