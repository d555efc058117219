/** Transfers: money goes from one account to another, in steps that are taken back if one fails. */
@NullMarked
package io.orchestrix.examples.banking.transfer;

import org.jspecify.annotations.NullMarked;
