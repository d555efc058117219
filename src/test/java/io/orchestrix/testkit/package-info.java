/** Tests of the conformance suites: that they refuse what they are to refuse. */
@NullMarked
package io.orchestrix.testkit;

import org.jspecify.annotations.NullMarked;
