package io.orchestrix.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.saga.Transfers.Requested;
import java.io.IOException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class SagaHistoryTest {

  private final Rig rig = new Rig(new SentCommands(), Transfers.EVENTS, Transfers.definition());
  private final StringBuilder out = new StringBuilder();

  private void request(String id) {
    rig.happens("transfer/" + id, new Requested(id, "A\nB", "B", new BigDecimal("10.00")));
  }

  @Test
  void each_entry_is_a_line_with_all_that_it_says() throws IOException {
    request("T-1");

    rig.sagas.history().write(new SagaId("transfer", "T-1"), out);

    assertThat(out.toString().lines()).hasSize(5);
    assertThat(out.toString().lines().findFirst().orElseThrow())
        .startsWith(
            "{\"stream\":\"saga.transfer/T-1\",\"version\":1,\"type\":\"orchestrix.SagaStarted\",\"revision\":1,\"time\":\"2026-01-01T00:00:00Z\",\"payload\":{\"saga\":\"transfer\"")
        .contains("\"amount\":10.00");
  }

  @Test
  void all_instances_are_written_page_by_page() throws IOException {
    for (int i = 1; i <= 101; i++) {
      request("T-" + i);
    }

    long count = rig.sagas.history().write(new SagaQuery("transfer", null), out);

    assertThat(count).isEqualTo(101);
    assertThat(out.toString().lines().filter(line -> line.contains("SagaStarted"))).hasSize(101);
    assertThat(rig.sagas.history().write(new SagaQuery("transfer", SagaStatus.ACTIVE), out))
        .isZero();
  }

  @Test
  void an_instance_that_is_not_there_is_told() {
    assertThatThrownBy(() -> rig.sagas.history().write(new SagaId("transfer", "T-9"), out))
        .isInstanceOf(SagaException.class)
        .hasMessageContaining("ORX-3704");
  }
}
