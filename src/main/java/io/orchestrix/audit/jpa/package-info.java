/** The audit log in a relational database. */
@NullMarked
package io.orchestrix.audit.jpa;

import org.jspecify.annotations.NullMarked;
