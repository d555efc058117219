package com.acme.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.audit.AuditEntry;
import io.orchestrix.audit.AuditEntry.Outcome;
import io.orchestrix.audit.AuditLog;
import io.orchestrix.audit.AuditServices;
import io.orchestrix.audit.AuditStore;
import io.orchestrix.audit.AuditTrail;
import io.orchestrix.audit.inmemory.InMemoryAuditStore;
import io.orchestrix.message.Caller;
import io.orchestrix.message.CurrentMessage;
import io.orchestrix.testkit.SettableClock;
import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.inmemory.InMemoryUnitOfWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InspectionTest {

  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final AuditStore store = new InMemoryAuditStore(unitOfWork);
  private final Inspection inspection =
      new Inspection(
          new AuditLog(store, unitOfWork),
          new AuditTrail(
              new AuditServices(
                  store,
                  unitOfWork,
                  Caller.ANONYMOUS,
                  new CurrentMessage(),
                  new SettableClock(Instant.EPOCH),
                  Runnable::run)));

  @Test
  void what_the_bank_does_by_hand_is_found_and_copied() {
    assertThat(inspection.export("ACC-1", "asked for by the auditors", () -> "all of it"))
        .isEqualTo("all of it");
    assertThatThrownBy(
            () ->
                inspection.export(
                    "ACC-2",
                    "",
                    () -> {
                      throw new IllegalStateException("no paper");
                    }))
        .hasMessage("no paper");

    List<AuditEntry> copied = new ArrayList<>();
    long place = inspection.copy(0, copied::add);
    assertThat(copied)
        .extracting(AuditEntry::outcome)
        .containsExactly(Outcome.SUCCEEDED, Outcome.FAILED);
    assertThat(copied.get(0).reason()).isEqualTo("asked for by the auditors");
    assertThat(inspection.copy(place, copied::add)).isEqualTo(place);
    assertThat(copied).hasSize(2);
    assertThat(inspection.refusedToday("", Instant.EPOCH, null)).isEmpty();
  }
}
