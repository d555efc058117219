/** The versions of read models in a relational database. */
@NullMarked
package io.orchestrix.projection.jpa;

import org.jspecify.annotations.NullMarked;
