/** Statements inside a unit of work, for the rooms that keep something in a database. */
@NullMarked
package io.orchestrix.unitofwork.jpa;

import org.jspecify.annotations.NullMarked;
