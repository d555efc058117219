/** Dead letters in a relational database. */
@NullMarked
package io.orchestrix.deadletter.jpa;

import org.jspecify.annotations.NullMarked;
