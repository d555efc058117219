/** Who did what, when and from where: a log that only grows. */
@NullMarked
package io.orchestrix.audit;

import org.jspecify.annotations.NullMarked;
