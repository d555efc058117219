/** Where all money of the bank is: on accounts, or on its way between two. */
@NullMarked
package io.orchestrix.examples.banking.total;

import org.jspecify.annotations.NullMarked;
