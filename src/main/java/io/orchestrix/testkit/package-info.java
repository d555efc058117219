/** What tests need, in whatever test framework: fixtures, and what an event store has to show. */
@NullMarked
package io.orchestrix.testkit;

import org.jspecify.annotations.NullMarked;
