/** What an implementation of a part of Orchestrix has to show, for any test framework. */
@NullMarked
package io.orchestrix.testkit;

import org.jspecify.annotations.NullMarked;
