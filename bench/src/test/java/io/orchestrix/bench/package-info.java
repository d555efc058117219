@NullMarked
package io.orchestrix.bench;

import org.jspecify.annotations.NullMarked;
