package io.orchestrix.it.bank;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What the clients know: every entry they sent and what became of it. Safe for many threads. */
final class Ledger {
  enum Outcome {
    /** Sent and not answered, or answered with a server error: it may be booked or not. */
    UNKNOWN,
    ACKNOWLEDGED,
    /** The bank said no (4xx), or that it kept nothing, so it must not be booked. */
    REFUSED
  }

  private final Map<Entry, Outcome> entries = new ConcurrentHashMap<>();

  /**
   * Sends an entry; it is in the ledger before the first byte leaves. A refusal tells nothing of
   * what became of the same entry when it was sent before.
   */
  Answer send(Bank bank, Entry entry) throws IOException {
    var before = entries.put(entry, Outcome.UNKNOWN);
    var answer = entry.send(bank);
    if (answer.ok()) {
      entries.put(entry, Outcome.ACKNOWLEDGED);
    } else if (before != Outcome.UNKNOWN && answer.nothingKept()) {
      entries.put(entry, Outcome.REFUSED);
    }
    return answer;
  }

  /** An entry that was sent again and is certainly there. */
  void booked(Entry entry) {
    entries.put(entry, Outcome.ACKNOWLEDGED);
  }

  Outcome of(Entry entry) {
    return entries.getOrDefault(entry, Outcome.UNKNOWN);
  }

  Set<Entry> with(Outcome outcome) {
    return entries.entrySet().stream()
        .filter(entry -> entry.getValue() == outcome)
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  int acknowledged() {
    return with(Outcome.ACKNOWLEDGED).size();
  }

  Map<String, List<Entry>> byAccount() {
    return entries.keySet().stream().collect(Collectors.groupingBy(Entry::account));
  }
}
