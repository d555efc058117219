package io.orchestrix.aggregate;

import io.orchestrix.message.Event;

/** What happens to a lamp. */
sealed interface LampEvent extends Event {

  record Fitted(int uses) implements LampEvent {}

  record SwitchedOn() implements LampEvent {}

  record SwitchedOff() implements LampEvent {}

  record Labelled(String label) implements LampEvent {}

  record Blown() implements LampEvent {}

  record Confused() implements LampEvent {}
}
