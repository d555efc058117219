/** What the bus costs for each command, without a database. */
@NullMarked
package io.orchestrix.bench.bus;

import org.jspecify.annotations.NullMarked;
