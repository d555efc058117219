/** What the bank shows of its accounts: balances and statements, in tables of its own. */
@NullMarked
package io.orchestrix.examples.banking.balance;

import org.jspecify.annotations.NullMarked;
