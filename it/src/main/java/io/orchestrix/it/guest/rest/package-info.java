/** Notes over HTTP, by the applications that Jakarta REST and Servlet allow. */
@NullMarked
package io.orchestrix.it.guest.rest;

import org.jspecify.annotations.NullMarked;
