/** Prepares the tables while the application starts. */
@NullMarked
package io.orchestrix.schema.ejb;

import org.jspecify.annotations.NullMarked;
