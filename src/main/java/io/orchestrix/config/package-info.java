/** The typed {@code orchestrix.*} configuration keys. */
@NullMarked
package io.orchestrix.config;

import org.jspecify.annotations.NullMarked;
