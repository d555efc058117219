/** The tables: versioned SQL, validated or migrated at start. */
@NullMarked
package io.orchestrix.schema;

import org.jspecify.annotations.NullMarked;
