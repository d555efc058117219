/** The unit of work of a thread, for plain Java SE and for tests. */
@NullMarked
package io.orchestrix.unitofwork.inmemory;

import org.jspecify.annotations.NullMarked;
