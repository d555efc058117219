/** What customers have to pay. */
@Module("billing")
@NullMarked
package com.acme.shop.billing;

import io.orchestrix.module.Module;
import org.jspecify.annotations.NullMarked;
