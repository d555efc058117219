package io.orchestrix.bench;

import java.util.List;

/** One thing that is measured. A load is bounded by its time and by its number of operations. */
sealed interface Scenario {

  String name();

  /** What the figures count. */
  String unit();

  List<Integer> threads();

  /** What the tables hold before. */
  Filling filling();

  /** Whether a contestant can do it. */
  default boolean isFor(Contestant contestant) {
    return true;
  }

  /** Does once what is to be done after the filling. */
  default void prepare(Contestant contestant) throws Exception {}

  /** Does the nth operation of a contestant, from 0. */
  void perform(Contestant contestant, long n) throws Exception;

  /** How many units an operation counts as. */
  default long unitsOfOperation() {
    return 1;
  }

  /** How many events an operation leaves in the tables. */
  long appendedByOperation();

  /** How many operations one filling is made for. */
  default long mostOperations() {
    return Long.MAX_VALUE;
  }

  /** Whether each measurement has a filling of its own. */
  default boolean isRefilled() {
    return false;
  }

  /** A command that makes an aggregate by so many events. */
  record Create(String name, int bookings, List<Integer> threads) implements Scenario {
    @Override
    public String unit() {
      return bookings == 1 ? "commands/s" : "events/s";
    }

    @Override
    public Filling filling() {
      return Filling.NOTHING;
    }

    @Override
    public void perform(Contestant contestant, long n) throws Exception {
      contestant.open(name + "-" + n, bookings);
    }

    @Override
    public long unitsOfOperation() {
      return bookings;
    }

    @Override
    public long appendedByOperation() {
      return bookings;
    }
  }

  /** Commands that make aggregates and commands on others, in turn. */
  record Mixed(String name, int accounts, List<Integer> threads) implements Scenario {
    @Override
    public String unit() {
      return "commands/s";
    }

    @Override
    public Filling filling() {
      return new Filling("mixed", accounts, 10);
    }

    @Override
    public void perform(Contestant contestant, long n) throws Exception {
      if (n % 2 == 0) {
        contestant.open(name + "-" + n, 1);
      } else {
        contestant.book(filling().account(n / 2));
      }
    }

    @Override
    public long appendedByOperation() {
      return 1;
    }
  }

  /** A command on one of many aggregates, each of 10 events at first and of 20 at most. */
  record Update(String name, int accounts, boolean isRefilled, List<Integer> threads)
      implements Scenario {
    @Override
    public String unit() {
      return "commands/s";
    }

    @Override
    public Filling filling() {
      return new Filling("update", accounts, 10);
    }

    @Override
    public void perform(Contestant contestant, long n) throws Exception {
      contestant.book(filling().account(n));
    }

    @Override
    public long appendedByOperation() {
      return 1;
    }

    @Override
    public long mostOperations() {
      return 10L * accounts;
    }
  }

  /** The loading of an aggregate from all of its events, with neither cache nor snapshot. */
  record Load(String name, List<Integer> threads) implements Scenario {
    @Override
    public String unit() {
      return "loads/s";
    }

    @Override
    public Filling filling() {
      return new Filling("load", 40, 1_001);
    }

    @Override
    public void perform(Contestant contestant, long n) throws Exception {
      contestant.load(filling().account(n)).mustBe(Tally.of(filling().bookings()));
    }

    @Override
    public long appendedByOperation() {
      return 0;
    }
  }

  /** The loading of a long aggregate whose events Orchestrix need not read. */
  record Shortcut(String name, Way way) implements Scenario {

    /** Where it is loaded from instead. */
    interface Way {
      Tally load(OrchestrixContestant contestant, String account);
    }

    @Override
    public String unit() {
      return "loads/s";
    }

    @Override
    public List<Integer> threads() {
      return List.of(1);
    }

    @Override
    public Filling filling() {
      return new Filling("long", 8, 10_000);
    }

    @Override
    public boolean isFor(Contestant contestant) {
      return contestant instanceof OrchestrixContestant;
    }

    /** One command for each account: it leaves a snapshot. */
    @Override
    public void prepare(Contestant contestant) {
      for (int i = 0; i < filling().accounts(); i++) {
        ((OrchestrixContestant) contestant).bookAndKeep(filling().account(i));
      }
    }

    @Override
    public void perform(Contestant contestant, long n) {
      Tally found = way.load((OrchestrixContestant) contestant, filling().account(n));
      found.mustBe(Tally.of(filling().bookings() + 1L));
    }

    @Override
    public long appendedByOperation() {
      return 0;
    }
  }

  /** The reading of all events in their order. */
  record ReadAll(String name, List<Integer> threads) implements Scenario {
    @Override
    public String unit() {
      return "events/s";
    }

    @Override
    public Filling filling() {
      return new Filling("all", 10_000, 20);
    }

    @Override
    public void perform(Contestant contestant, long n) throws Exception {
      contestant.readAll(filling().events()).mustBe(Tally.of(filling().events()));
    }

    @Override
    public long unitsOfOperation() {
      return filling().events();
    }

    @Override
    public long appendedByOperation() {
      return 0;
    }
  }
}
