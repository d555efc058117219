/**
 * What a server costs with the bank, and with two small applications without Orchestrix: one says
 * hello, one keeps notes.
 */
@NullMarked
package io.orchestrix.it.footprint;

import org.jspecify.annotations.NullMarked;
