/** What operators see: health, and traces of what happens. */
@NullMarked
package io.orchestrix.telemetry;

import org.jspecify.annotations.NullMarked;
