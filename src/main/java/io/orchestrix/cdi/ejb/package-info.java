/** The composition at work as soon as the server starts the application. */
@NullMarked
package io.orchestrix.cdi.ejb;

import org.jspecify.annotations.NullMarked;
