/** What customers order. */
@Module("orders")
@NullMarked
package com.acme.shop.orders;

import io.orchestrix.module.Module;
import org.jspecify.annotations.NullMarked;
