/** A module by its package, as an application has them. */
@Module("stations")
package io.orchestrix.cdi.stations;

import io.orchestrix.module.Module;
