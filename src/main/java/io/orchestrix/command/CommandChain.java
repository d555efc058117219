package io.orchestrix.command;

import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Builds the way of a command: links in the order of their places, then the handler. */
final class CommandChain {

  private final NavigableMap<Integer, UnaryOperator<CommandHandler>> links = new TreeMap<>();

  /**
   * @param link makes the handler that adds something to the next
   */
  CommandChain with(int place, UnaryOperator<CommandHandler> link) {
    if (links.putIfAbsent(place, link) != null) {
      throw new IllegalArgumentException("Two interceptors have the priority " + place);
    }
    return this;
  }

  CommandHandler endingWith(CommandHandler last) {
    CommandHandler first = last;
    for (UnaryOperator<CommandHandler> link : links.descendingMap().values()) {
      first = link.apply(first);
    }
    return first;
  }
}
