package io.orchestrix.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.harness.LogRecorder;
import io.orchestrix.message.Caller;
import io.orchestrix.message.CurrentMessage;
import io.orchestrix.testkit.SettableClock;
import io.orchestrix.unitofwork.UnavailableException;
import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.inmemory.InMemoryUnitOfWork;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An entry that cannot be written is in the server's log, and hides nothing. */
class LostEntriesTest {

  private final LogRecorder log = new LogRecorder("io.orchestrix.audit");
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork();

  @AfterEach
  void stop() {
    log.close();
  }

  /** Its store takes nothing. */
  private AuditTrail trail(Executor executor) {
    AuditStore store =
        (AuditStore)
            Proxy.newProxyInstance(
                AuditStore.class.getClassLoader(),
                new Class<?>[] {AuditStore.class},
                (proxy, method, arguments) -> {
                  throw new IllegalStateException("no table");
                });
    return new AuditTrail(
        new AuditServices(
            store,
            unitOfWork,
            Caller.ANONYMOUS,
            new CurrentMessage(),
            new SettableClock(Instant.parse("2026-01-01T00:00:00Z")),
            executor));
  }

  private static Object failing(RuntimeException failure) {
    throw failure;
  }

  private String only() {
    assertThat(log.records()).hasSize(1);
    return log.records().get(0).getMessage();
  }

  @Test
  void a_server_that_refuses_it_in_a_way_of_its_own_does_not_hide_why() {
    AuditTrail trail =
        trail(
            work -> {
              throw new IllegalStateException("the executor is gone");
            });

    assertThatThrownBy(
            () ->
                unitOfWork.run(
                    () ->
                        trail
                            .begin("box.open", "A", "")
                            .failing(() -> failing(new IllegalArgumentException("locked")))))
        .hasMessage("locked");

    assertThat(only()).startsWith("ORX-6201").contains("box.open");
  }

  @Test
  void nobody_forges_a_line_of_the_log_by_what_he_calls_something_or_why() {
    String forged = "A\r\nORX-0001 all is well\u0085\u2028\u001b[2J";
    AuditTrail trail = trail(Runnable::run);

    assertThatThrownBy(
        () ->
            trail
                .begin("box.open", forged, forged)
                .failing(() -> failing(new IllegalArgumentException("locked"))));
    assertThatThrownBy(
        () ->
            trail
                .begin("box.open", forged, forged)
                .failing(() -> failing(new UnavailableException(new SQLException("08006")))));

    assertThat(log.records())
        .hasSize(2)
        .extracting(LogRecord::getMessage)
        .allSatisfy(
            text ->
                assertThat(text)
                    .contains("target=A??ORX-0001 all is well???[2J")
                    .contains("reason=A??ORX-0001 all is well???[2J"));
  }
}
