/** What lists of instances show, in the tables of the application. */
@NullMarked
package io.orchestrix.saga.jpa;

import org.jspecify.annotations.NullMarked;
