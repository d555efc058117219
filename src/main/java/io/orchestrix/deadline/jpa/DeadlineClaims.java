package io.orchestrix.deadline.jpa;

import io.orchestrix.deadline.Deadline;
import io.orchestrix.deadline.DeadlineKey;
import io.orchestrix.unitofwork.jpa.Jdbc;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The statements that lock rows of {@code orx_deadline}, but for those that others have locked. */
final class DeadlineClaims {

  private static final String LOCK = " for update skip locked";

  private final EntityManager entities;
  private final boolean limitsLocks;
  private final String due;
  private final String claim;
  private final String keys;
  private final String one;
  private final String same;
  private final String some;

  /**
   * @param limitsLocks whether the database locks no more rows than the limit says; H2 locks all
   *     that it would find without one
   */
  DeadlineClaims(EntityManager entities, String table, boolean limitsLocks) {
    this.entities = entities;
    this.limitsLocks = limitsLocks;
    this.due =
        " from " + table + " where handler = ? and try_at <= ? order by handler, try_at limit ?";
    this.claim = "select " + DeadlineRow.ALL + due + LOCK;
    this.keys = "select handler, key_value" + due + " offset ?";
    String ofKey = "select " + DeadlineRow.ALL + " from " + table + DeadlineRow.OF_KEY;
    this.one = ofKey + " and try_at <= ?" + LOCK;
    this.same = ofKey + LOCK;
    this.some = "select handler, key_value from " + table + " where handler = ? and key_value in (";
  }

  List<Deadline> claim(String handler, Instant now, int atMost) {
    Instant time = now.truncatedTo(ChronoUnit.MICROS); // drivers round up
    return limitsLocks ? claimAtOnce(handler, time, atMost) : claimEach(handler, time, atMost);
  }

  boolean reclaim(Deadline known) {
    return Jdbc.list(
            entities,
            same,
            statement -> DeadlineRow.key(statement, 1, known.key()),
            DeadlineRow::read)
        .contains(known);
  }

  /** Those that are there, and that this transaction cannot lock; it locks the others. */
  Set<DeadlineKey> heldByOthers(Collection<DeadlineKey> keys) {
    Map<String, List<String>> byHandler = new TreeMap<>();
    for (DeadlineKey key : keys) {
      byHandler.computeIfAbsent(key.handler(), handler -> new ArrayList<>()).add(key.value());
    }
    Set<DeadlineKey> held = new HashSet<>();
    byHandler.forEach(
        (handler, values) -> {
          List<DeadlineKey> locked = among(handler, values, LOCK);
          held.addAll(among(handler, values, ""));
          locked.forEach(held::remove);
        });
    return held;
  }

  private List<DeadlineKey> among(String handler, List<String> values, String lock) {
    return Jdbc.list(
        entities,
        some + String.join(", ", Collections.nCopies(values.size(), "?")) + ")" + lock,
        statement -> {
          statement.setString(1, handler);
          for (int i = 0; i < values.size(); i++) {
            statement.setString(i + 2, values.get(i));
          }
        },
        row -> new DeadlineKey(row.getString(1), row.getString(2)));
  }

  private List<Deadline> claimAtOnce(String handler, Instant now, int atMost) {
    return Jdbc.list(
        entities,
        claim,
        statement -> {
          statement.setString(1, handler);
          DeadlineRow.time(statement, 2, now);
          statement.setInt(3, atMost);
        },
        DeadlineRow::read);
  }

  private List<Deadline> claimEach(String handler, Instant now, int atMost) {
    List<Deadline> claimed = new ArrayList<>();
    List<DeadlineKey> page;
    int seen = 0;
    do {
      page = keys(handler, now, atMost, seen);
      seen += page.size();
      for (DeadlineKey key : page) {
        if (claimed.size() < atMost) {
          claimed.addAll(lock(key, now));
        }
      }
    } while (claimed.size() < atMost && page.size() == atMost);
    return claimed;
  }

  private List<DeadlineKey> keys(String handler, Instant now, int atMost, int seen) {
    return Jdbc.list(
        entities,
        keys,
        statement -> {
          statement.setString(1, handler);
          DeadlineRow.time(statement, 2, now);
          statement.setInt(3, atMost);
          statement.setInt(4, seen);
        },
        row -> new DeadlineKey(row.getString(1), row.getString(2)));
  }

  private List<Deadline> lock(DeadlineKey key, Instant now) {
    return Jdbc.list(
        entities,
        one,
        statement -> {
          DeadlineRow.key(statement, 1, key);
          DeadlineRow.time(statement, 3, now);
        },
        DeadlineRow::read);
  }
}
