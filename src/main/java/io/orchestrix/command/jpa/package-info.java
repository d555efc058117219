/** Executed commands in a relational database. */
@NullMarked
package io.orchestrix.command.jpa;

import org.jspecify.annotations.NullMarked;
