package io.orchestrix.it.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.it.Database;
import io.orchestrix.it.Jcmd;
import io.orchestrix.it.RunningServer;
import io.orchestrix.it.Servers;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Thousands of bad requests: each is refused, nothing is told, nothing is stored, and the second as
 * many leave no more in memory than the first did. (Open Liberty has histograms for each address
 * and status, which fill in the first minutes.)
 */
class BadRequestsIT {
  private static final int REQUESTS = Integer.getInteger("bad.requests", 10_000);
  private static final long SEED = Long.getLong("bad.seed", System.nanoTime());
  private static final Pattern STACK =
      Pattern.compile("\\bat [a-z]+(\\.\\w+)+\\(|Exception|java:\\d+");
  private static final Pattern USED = Pattern.compile("used (\\d+)K");

  private final RunningServer server = Servers.of(Database.POSTGRESQL);
  private final Api operator = Api.at(server, "operator");
  private final Map<Integer, Integer> statuses = new TreeMap<>();
  private final List<String> harm = new ArrayList<>();

  @Test
  void bad_requests_do_no_harm() throws Exception {
    System.out.println("bad requests: " + REQUESTS + ", seed " + SEED);
    var requests = new BadRequests(SEED, operator, Bank.at(server));
    send(requests, REQUESTS); // what they load and compile stays
    var stored = stored();
    var heap = heap();

    send(requests, REQUESTS);

    var after = heap();
    System.out.printf("bad requests: %s, heap %d K before, %d K after%n", statuses, heap, after);
    assertThat(harm).isEmpty();
    assertThat(stored()).isEqualTo(stored);
    assertThat(after).isLessThan(heap + heap / 10);
  }

  private void send(BadRequests requests, int many) throws IOException {
    for (var i = 0; i < many; i++) {
      var request = requests.next();
      HttpResponse<String> answer = operator.raw(request);
      statuses.merge(answer.statusCode(), 1, Integer::sum);
      var isRefused = answer.statusCode() >= 400 && answer.statusCode() < 500;
      if (!isRefused || STACK.matcher(answer.body()).find()) {
        harm.add(request.build() + " was answered " + answer + ": " + answer.body());
      }
    }
  }

  /** How many events and streams there are. */
  private static List<Integer> stored() {
    var postgres = Servers.postgres();
    return List.of(postgres.count("banking.orx_event"), postgres.count("banking.orx_stream"));
  }

  private long heap() throws IOException {
    Jcmd.ask(server.process(), "GC.run");
    Jcmd.ask(server.process(), "GC.run");
    var used = USED.matcher(Jcmd.ask(server.process(), "GC.heap_info"));
    assertThat(used.find()).isTrue();
    return Long.parseLong(used.group(1));
  }
}
