/** The event store on a relational database through JPA. */
@NullMarked
package io.orchestrix.eventstore.jpa;

import org.jspecify.annotations.NullMarked;
