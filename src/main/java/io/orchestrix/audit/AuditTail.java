package io.orchestrix.audit;

import java.util.List;

/**
 * What somebody who follows the log gets at once.
 *
 * @param entries in the order of the stream
 * @param last the place of the last of them, after which to go on; that after which was asked if
 *     there is none
 */
public record AuditTail(List<AuditEntry> entries, long last) {

  public AuditTail {
    entries = List.copyOf(entries);
  }
}
