package io.orchestrix.message;

import io.orchestrix.message.jackson.JacksonPayloadCodec;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/**
 * What a payload costs to write and to read, with our codec and with the JSON-B of the servers. No
 * test: it runs when it is named, {@code mvn -pl src test -Dtest=CodecSpeed}.
 */
class CodecSpeed {

  private static final int ROUNDS = 11;
  private static final int CALLS = 100_000;

  /** Public, or JSON-B could not read it. */
  public enum Channel {
    BRANCH
  }

  /** About 230 bytes of JSON. */
  public record Booked(
      UUID id,
      String account,
      String owner,
      BigDecimal amount,
      String currency,
      Channel channel,
      Instant at,
      long number,
      List<String> labels)
      implements Event {}

  private static final Booked EVENT =
      new Booked(
          UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057"),
          "DE-4711-0815",
          "Ada Lovelace",
          new BigDecimal("1234.50"),
          "EUR",
          Channel.BRANCH,
          Instant.parse("2026-01-02T03:04:05.123456Z"),
          42,
          List.of("salary", "monthly"));

  private long sink;

  @Test
  @SuppressWarnings("try") // nobody interrupts it
  void measure() throws Exception {
    PayloadCodec jackson = new JacksonPayloadCodec();
    String json = jackson.encode(EVENT);
    try (Jsonb yasson = JsonbBuilder.create()) {
      String other = yasson.toJson(EVENT);
      report("a payload of %d and %d characters".formatted(json.length(), other.length()));
      for (int i = 0; i < 2; i++) { // the first time warms all four, so that none has the JIT alone
        report("Jackson encode %5.2f us", i, n -> sink += jackson.encode(EVENT).length());
        report("Yasson  encode %5.2f us", i, n -> sink += yasson.toJson(EVENT).length());
        report("Jackson decode %5.2f us", i, n -> sink += read(jackson, json).number());
        report(
            "Yasson  decode %5.2f us",
            i, n -> sink += yasson.fromJson(other, Booked.class).number());
      }
    }
  }

  private static Booked read(PayloadCodec codec, String json) {
    return codec.decode(json, Booked.class);
  }

  private void report(String format, int time, IntConsumer call) {
    double[] micros = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      for (int i = 0; i < CALLS; i++) {
        call.accept(i);
      }
      micros[round] = (System.nanoTime() - start) / 1_000.0 / CALLS;
    }
    Arrays.sort(micros);
    if (time > 0) {
      report(format.formatted(micros[ROUNDS / 2]) + " (%d)".formatted(sink % 10));
    }
  }

  @SuppressWarnings("SystemOut")
  private static void report(String line) {
    System.out.println(line);
  }
}
