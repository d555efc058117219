/** Answers and commands as JSON on Jackson 3. */
@NullMarked
package io.orchestrix.command.jackson;

import org.jspecify.annotations.NullMarked;
