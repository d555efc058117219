/** The audit log in memory. */
@NullMarked
package io.orchestrix.audit.inmemory;

import org.jspecify.annotations.NullMarked;
