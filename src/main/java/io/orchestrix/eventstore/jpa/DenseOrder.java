package io.orchestrix.eventstore.jpa;

import io.orchestrix.eventstore.Watermark;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.unitofwork.Turn;
import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.jpa.Jdbc;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.stream.LongStream;

/**
 * H2, embedded in this process: positions come from one counter row, and appends follow one
 * another, so positions have no gaps and become visible in order.
 *
 * <p>They do not wait for one another in the database but here: when a transaction that has waited
 * for a row rolls back, H2 at times restores an older value of that row than was committed.
 */
final class DenseOrder implements GlobalOrder {

  private static final long NOTHING_INSERTED = -1;

  private final String advance;
  private final String current;
  private final Turn turn;

  /** What was the last position before the one whose turn it is inserted. */
  private volatile long lastBefore = NOTHING_INSERTED;

  /**
   * @param schema the database schema that holds the table {@code orx_position}
   */
  DenseOrder(UnitOfWork unitOfWork, String schema) {
    this.turn = new Turn(unitOfWork, end -> lastBefore = NOTHING_INSERTED);
    String table = "\"" + schema + "\".orx_position";
    this.advance = "update " + table + " set position = position + ?";
    this.current = "select position from " + table;
  }

  @Override
  public void enter(EntityManager entities) {
    turn.take();
  }

  @Override
  public boolean isConcurrent() {
    return false;
  }

  @Override
  public long[] insert(EntityManager entities, List<NewRow> events) {
    Jdbc.update(entities, advance, statement -> statement.setInt(1, events.size()));
    long last = last(entities);
    if (lastBefore == NOTHING_INSERTED) {
      lastBefore = last - events.size();
    }
    long[] positions = LongStream.rangeClosed(last - events.size() + 1, last).toArray();
    for (int i = 0; i < positions.length; i++) {
      entities.persist(new EventEntity(positions[i], events.get(i)));
    }
    entities.flush();
    return positions;
  }

  @Override
  public long watermark(EntityManager entities) {
    return hasInserted() ? lastBefore : Long.MAX_VALUE; // what is visible is in order
  }

  @Override
  public Watermark inspect(EntityManager entities) {
    GlobalPosition last = new GlobalPosition(hasInserted() ? lastBefore : last(entities));
    return new Watermark(last, last, null);
  }

  /** Then it sees events of its own, whose positions somebody else gets if it is rolled back. */
  private boolean hasInserted() {
    return lastBefore != NOTHING_INSERTED && turn.isMine();
  }

  private long last(EntityManager entities) {
    Long last = Jdbc.first(entities, current, row -> row.getLong(1));
    if (last == null) {
      throw new IllegalStateException("The counter of positions has no row.");
    }
    return last;
  }
}
