/** The payload codec on Jackson 3. */
@NullMarked
package io.orchestrix.message.jackson;

import org.jspecify.annotations.NullMarked;
