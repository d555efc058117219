/** A module that does not keep to itself, or to which others come. */
@Module("orders")
@NullMarked
package com.acme.leaky.orders;

import io.orchestrix.module.Module;
import org.jspecify.annotations.NullMarked;
