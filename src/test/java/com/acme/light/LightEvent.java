package com.acme.light;

import io.orchestrix.message.Event;

/** What happens to a light. */
sealed interface LightEvent extends Event {

  record BulbFitted(int uses) implements LightEvent {}

  record SwitchedOn() implements LightEvent {}

  record SwitchedOff() implements LightEvent {}

  record BulbBlown() implements LightEvent {}
}
