package io.orchestrix.deadletter.inmemory;

import io.orchestrix.deadletter.DeadLetter;
import io.orchestrix.deadletter.DeadLetterAction;
import java.util.ArrayList;
import java.util.List;

/** A letter and what was done to it. */
record Row(DeadLetter letter, List<DeadLetterAction> history) {

  Row {
    history = List.copyOf(history);
  }

  Row changed(DeadLetter next, DeadLetterAction action) {
    List<DeadLetterAction> longer = new ArrayList<>(history);
    longer.add(action);
    return new Row(next, longer);
  }
}
