/**
 * The API of the library itself, below {@code orchestrix/api}: what operators see and do, and what
 * other programs send. One JAX-RS application with one root; its parts are plain beans, so that no
 * other application of the WAR finds them.
 */
@NullMarked
package io.orchestrix.rest.api;

import org.jspecify.annotations.NullMarked;
