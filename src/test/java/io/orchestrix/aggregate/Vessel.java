package io.orchestrix.aggregate;

import io.orchestrix.message.Event;
import java.util.ArrayList;
import java.util.List;

/** What a ship inherits. */
abstract class Vessel extends AggregateRoot {

  record Launched() implements Event {}

  final List<String> log = new ArrayList<>();

  void when(Launched event) {
    log.add("inherited");
  }

  void when(Ship.Named event) {
    log.add("of the superclass");
  }
}
