/** What the bank's WAR has more on WildFly: its measurements as a text for Prometheus. */
@NullMarked
package io.orchestrix.wildfly.metrics;

import org.jspecify.annotations.NullMarked;
