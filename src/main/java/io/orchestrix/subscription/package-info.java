/** Subscriptions: durable, ordered consumers of all events, on as many nodes as there are. */
@NullMarked
package io.orchestrix.subscription;

import org.jspecify.annotations.NullMarked;
