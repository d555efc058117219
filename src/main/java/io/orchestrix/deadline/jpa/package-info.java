/** Deadlines in a relational database. */
@NullMarked
package io.orchestrix.deadline.jpa;

import org.jspecify.annotations.NullMarked;
