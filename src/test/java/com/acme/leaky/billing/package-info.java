/** A module that does not keep to itself, or to which others come. */
@Module("billing")
@NullMarked
package com.acme.leaky.billing;

import io.orchestrix.module.Module;
import org.jspecify.annotations.NullMarked;
