package io.orchestrix.it.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orchestrix.it.RunningServer;
import io.orchestrix.it.ServerUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What an operator sees of a transfer who has switched tracing on, by settings of the server only.
 */
class TraceIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Test
  void a_transfer_is_one_tree_from_the_request_to_the_read_models() throws IOException {
    try (var collector = new OtlpReceiver();
        var server = new RunningServer(ServerUnderTest.find().prepare("it-trace", on(collector)))) {
      var bank = Bank.at(server);
      bank.open("from", "Ada", "100.00");
      bank.open("to", "Bob", "0");
      assertThat(bank.transfer("t-1", "from", "to", "40.25").status()).isEqualTo(202);
      await().atMost(PATIENCE).until(() -> bank.transfer("t-1").text("status").equals("COMPLETED"));

      await().atMost(PATIENCE).untilAsserted(() -> assertTree(collector.spans()));
      var tree = new TraceTree(trace(collector.spans()));
      Files.writeString(Path.of("target/it/trace.txt"), tree.text()); // for people
    }
  }

  private static Map<String, String> on(OtlpReceiver collector) {
    return Map.of(
        "db.kind", "h2",
        "otel.sdk.disabled", "false",
        "otel.exporter.otlp.endpoint", collector.endpoint(),
        "otel.exporter.otlp.protocol", "http/protobuf",
        "otel.bsp.schedule.delay", "100",
        "otel.metrics.exporter", "none",
        "otel.logs.exporter", "none");
  }

  private static void assertTree(List<SeenSpan> all) {
    var trace = trace(all);
    var ids = trace.stream().collect(Collectors.toMap(SeenSpan::id, span -> span));
    assertThat(trace).filteredOn(SeenSpan::isRoot).hasSize(1);
    assertThat(trace).allMatch(span -> span.isRoot() || ids.containsKey(span.parent()));
    var root = trace.stream().filter(SeenSpan::isRoot).findFirst().orElseThrow();
    assertThat(root.kind()).isEqualTo("SERVER");
    assertThat(root.attributes()).containsEntry("http.request.method", "POST");
    assertThat(trace)
        .extracting(SeenSpan::name)
        .contains(
            "send RequestTransfer",
            "process RequestTransfer",
            "append transfer",
            "process saga:money-transfer",
            "step money-transfer debit",
            "send DebitTransfer",
            "process DebitTransfer",
            "step money-transfer credit",
            "send CreditTransfer",
            "process CreditTransfer",
            "append account",
            "end money-transfer COMPLETED");
    assertThat(parents(trace, ids, "send RequestTransfer")).containsOnly(root.name());
    assertThat(parents(trace, ids, "send DebitTransfer")).containsOnly("step money-transfer debit");
    assertThat(parents(trace, ids, "send CreditTransfer"))
        .containsOnly("step money-transfer credit");
    for (var projection : List.of("process balances/1", "process totals/1")) {
      assertThat(all)
          .filteredOn(span -> span.name().equals(projection))
          .filteredOn(span -> span.links().stream().anyMatch(ids::containsKey))
          .as("%s is linked to what it has handled", projection)
          .isNotEmpty();
    }
  }

  /** That of the transfer. */
  private static List<SeenSpan> trace(List<SeenSpan> all) {
    var sent = all.stream().filter(span -> span.name().equals("send RequestTransfer")).toList();
    assertThat(sent).hasSize(1);
    return all.stream().filter(span -> span.trace().equals(sent.get(0).trace())).toList();
  }

  private static List<String> parents(
      List<SeenSpan> trace, Map<String, SeenSpan> ids, String name) {
    return trace.stream()
        .filter(span -> span.name().equals(name))
        .flatMap(span -> Stream.ofNullable(ids.get(span.parent())))
        .map(SeenSpan::name)
        .toList();
  }
}
