/** What operators see: health. */
@NullMarked
package io.orchestrix.telemetry;

import org.jspecify.annotations.NullMarked;
