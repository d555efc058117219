/** The house rules of docs/architecture.md, held against the code. */
@NullMarked
package io.orchestrix.architecture;

import org.jspecify.annotations.NullMarked;
