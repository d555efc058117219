package io.orchestrix.it.guest.next;

import io.orchestrix.aggregate.Aggregate;
import io.orchestrix.aggregate.AggregateRoot;
import java.util.ArrayList;
import java.util.List;

/** A sheet of signed lines. */
@Aggregate("note")
public class Note extends AggregateRoot {
  private final List<String> lines = new ArrayList<>();

  void write(String line) {
    apply(new LineWritten(id(), line, "Ada"));
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  void when(LineWritten event) {
    lines.add(event.line() + ", " + event.author());
  }
}
