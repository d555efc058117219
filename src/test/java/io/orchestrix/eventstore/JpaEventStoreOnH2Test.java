package io.orchestrix.eventstore;

import io.orchestrix.harness.TestDatabase;
import io.orchestrix.testkit.EventStoreConformance;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class JpaEventStoreOnH2Test {

  private static JpaFixture fixture;

  @BeforeAll
  static void start() {
    fixture = JpaFixture.on(TestDatabase.h2());
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  @TestFactory
  Stream<DynamicTest> it_does_what_every_event_store_does() {
    return EventStoreConformance.cases(fixture).stream()
        .map(each -> DynamicTest.dynamicTest(each.name(), each::run));
  }
}
