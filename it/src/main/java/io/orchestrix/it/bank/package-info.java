/**
 * The bank over HTTP: its answers, and its books when many write, the server or the database dies.
 */
@NullMarked
package io.orchestrix.it.bank;

import org.jspecify.annotations.NullMarked;
