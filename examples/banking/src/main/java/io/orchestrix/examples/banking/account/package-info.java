/** Everything about one account: its commands, its events, its rules, its endpoints. */
@NullMarked
package io.orchestrix.examples.banking.account;

import org.jspecify.annotations.NullMarked;
