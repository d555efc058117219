/** The hook to which every room reports. */
@NullMarked
package io.orchestrix.monitor;

import org.jspecify.annotations.NullMarked;
