package io.orchestrix.rest.api;

import org.jspecify.annotations.Nullable;

/** A body that may say why somebody acts. */
interface Reasoned {

  @Nullable String reason();
}
