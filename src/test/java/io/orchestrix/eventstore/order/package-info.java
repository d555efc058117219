/** The global order under fire: the numbered tests of docs/explanation/event-order.md. */
@NullMarked
package io.orchestrix.eventstore.order;

import org.jspecify.annotations.NullMarked;
