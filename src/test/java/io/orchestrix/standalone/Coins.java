package io.orchestrix.standalone;

import io.orchestrix.config.AfterFailure;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.projection.NotOnReplay;
import io.orchestrix.projection.OnReset;
import io.orchestrix.projection.Projection;
import io.orchestrix.projection.Projections;
import io.orchestrix.projection.ReadModel;
import io.orchestrix.query.HandlesQuery;
import io.orchestrix.query.Query;
import io.orchestrix.standalone.Purse.CoinsPut;
import io.orchestrix.subscription.HandlesEvent;
import io.orchestrix.subscription.OnFailure;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Notes each event as often as it takes it, for each version of the read model. */
@Projection("coins")
@OnFailure(attempts = 2, pause = "PT0.001S", then = AfterFailure.DEAD_LETTER)
class Coins {

  record CoinsIn(String purse) implements Query<Integer> {}

  record Note(int version, long position, String purse, int amount) {}

  private final List<Note> notes = new CopyOnWriteArrayList<>();
  private final List<String> thanks = new CopyOnWriteArrayList<>();

  /** What it does before it notes an event. */
  volatile Consumer<CoinsPut> before = event -> {};

  /** What it does in the middle of a reset. */
  volatile Runnable inReset = () -> {};

  void put(@HandlesEvent CoinsPut event, ReadModel readModel, GlobalPosition position) {
    before.accept(event);
    notes.add(new Note(readModel.version(), position.value(), event.purse(), event.amount()));
  }

  @NotOnReplay
  void thank(@HandlesEvent CoinsPut event) {
    thanks.add(event.purse() + event.amount());
  }

  @OnReset
  void reset(ReadModel readModel, GlobalPosition after) {
    inReset.run();
    notes.removeIf(
        note -> note.version() == readModel.version() && note.position() > after.value());
  }

  int coins(@HandlesQuery(reads = "coins") CoinsIn query, Projections projections) {
    int live = projections.live("coins").version();
    return notes.stream()
        .filter(note -> note.version() == live && note.purse().equals(query.purse()))
        .mapToInt(Note::amount)
        .sum();
  }

  List<String> thanks() {
    return thanks;
  }

  /** The amounts of a version, in the order in which they came. */
  List<Integer> amounts(int version) {
    return notes.stream().filter(note -> note.version() == version).map(Note::amount).toList();
  }
}
