/** The edge to HTTP: commands as request bodies, failures as problem+json. */
@NullMarked
package io.orchestrix.rest;

import org.jspecify.annotations.NullMarked;
