/** Checkpoints and leases in a relational database. */
@NullMarked
package io.orchestrix.subscription.jpa;

import org.jspecify.annotations.NullMarked;
