/** Event sourcing, CQRS and sagas for Jakarta EE. Here stands only what every room shares. */
@NullMarked
package io.orchestrix;

import org.jspecify.annotations.NullMarked;
