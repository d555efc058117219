package io.orchestrix.aggregate;

import io.orchestrix.message.Event;

/** An aggregate with every kind of when method; it logs which of them saw an event. */
@SuppressWarnings({"UnusedMethod", "UnusedVariable"}) // called by type
@Aggregate("ship")
class Ship extends Vessel {

  record Built() implements Event {}

  record Named(String name) implements Event {}

  record Sunk() implements Event {}

  /** A closed choice. */
  sealed interface Move extends Event permits Sailed, Towed {}

  record Sailed() implements Move {}

  record Towed() implements Move {}

  interface Noticed extends Event {}

  record Seen() implements Noticed {}

  void happen(Event event) {
    apply(event);
  }

  private void when(Built event) {
    log.add("private");
  }

  @Override
  void when(Named event) {
    log.add("overridden");
  }

  void when(Move event) {
    log.add("sealed");
  }

  int when(Towed event) {
    log.add("nearest");
    return 42;
  }

  void when(Noticed event) {
    log.add("supertype");
  }
}
