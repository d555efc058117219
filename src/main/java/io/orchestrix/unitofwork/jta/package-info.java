/** Units of work as JTA transactions. */
@NullMarked
package io.orchestrix.unitofwork.jta;

import org.jspecify.annotations.NullMarked;
