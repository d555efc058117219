/**
 * Messages as CloudEvents 1.0: to and from the official SDK, its JSON format and its binding to
 * HTTP.
 */
@NullMarked
package io.orchestrix.message.cloudevents;

import org.jspecify.annotations.NullMarked;
