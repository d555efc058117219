package com.acme.light;

/** What a light is like. */
sealed interface LightState {

  record NoBulb() implements LightState {}

  record Working(boolean isOn, int usesLeft) implements LightState {}

  record Blown() implements LightState {}
}
