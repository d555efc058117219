/** Salaries: what the payroll system of an employer tells the bank becomes a deposit. */
@NullMarked
package io.orchestrix.examples.banking.payroll;

import org.jspecify.annotations.NullMarked;
