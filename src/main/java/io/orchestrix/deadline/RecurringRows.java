package io.orchestrix.deadline;

import java.util.ArrayList;
import java.util.List;

/**
 * The deadlines of recurring commands. Each has the name of its command in that of its handler, so
 * that a node takes only those whose command it knows. Thread-safe.
 */
record RecurringRows(DeadlineStore store) {

  /** No class has such a name. */
  private static final String PREFIX = "recurring-command:";

  private static final int PAGE = 100;

  static String handler(String command) {
    return PREFIX + command;
  }

  static boolean isHandler(String name) {
    return name.startsWith(PREFIX);
  }

  /** Those under a name, whichever command it stands for, also one that this node does not know. */
  List<Deadline> named(String name) {
    List<Deadline> found = new ArrayList<>();
    DeadlineKey last = new DeadlineKey(PREFIX, " ");
    boolean isMore = true;
    while (isMore) {
      List<Deadline> page = store.page(null, null, last, PAGE);
      for (Deadline each : page) {
        if (isRecurring(each) && each.key().value().equals(name)) {
          found.add(each);
        }
      }
      isMore = page.size() == PAGE && isRecurring(page.get(PAGE - 1));
      last = isMore ? page.get(PAGE - 1).key() : last;
    }
    return found;
  }

  private static boolean isRecurring(Deadline deadline) {
    return isHandler(deadline.key().handler());
  }
}
