/** The state of aggregates as JSON by Jackson 3. */
@NullMarked
package io.orchestrix.aggregate.jackson;

import org.jspecify.annotations.NullMarked;
