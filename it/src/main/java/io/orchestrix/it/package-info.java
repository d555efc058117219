/**
 * Starts, stops and kills servers and databases for the tests: whatever server is on the class path
 * as a {@link io.orchestrix.it.ServerUnderTest}.
 */
@NullMarked
package io.orchestrix.it;

import org.jspecify.annotations.NullMarked;
