/** Snapshots in a relational database. */
@NullMarked
package io.orchestrix.aggregate.jpa;

import org.jspecify.annotations.NullMarked;
