package io.orchestrix.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Collects cases, each of which gets a scene of its own. Not thread-safe. */
final class Cases {

  private final EventStoreFixture fixture;
  private final List<ConformanceCase> all = new ArrayList<>();

  Cases(EventStoreFixture fixture) {
    this.fixture = fixture;
  }

  Cases add(String name, Consumer<Scene> check) {
    all.add(new ConformanceCase(name, () -> check.accept(new Scene(fixture.store()))));
    return this;
  }

  List<ConformanceCase> all() {
    return List.copyOf(all);
  }
}
