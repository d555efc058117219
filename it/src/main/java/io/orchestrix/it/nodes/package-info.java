/**
 * One application on several servers: {@link io.orchestrix.it.nodes.Nodes} starts them, of one kind
 * or of two, on ports and in folders of their own, with the same WAR and the same PostgreSQL. Each
 * {@link io.orchestrix.it.nodes.Node} can be killed, frozen, stopped and started alone; what was
 * done when is in the {@link io.orchestrix.it.nodes.TimeLine}.
 */
@NullMarked
package io.orchestrix.it.nodes;

import org.jspecify.annotations.NullMarked;
