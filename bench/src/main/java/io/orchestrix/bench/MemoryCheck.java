package io.orchestrix.bench;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads one long stream lazily in a process of its own that has little memory.
 *
 * @param events of the stream
 * @param limit of the process's heap
 * @param passed whether it saw every event
 * @param said what it said
 */
record MemoryCheck(long events, String limit, boolean passed, String said) {

  static final String NAME = "memory";

  private static final Filling FILLING = new Filling("memory", 1, 1_000_000);
  private static final String LIMIT = "256m";

  static MemoryCheck run(Postgres postgres) throws IOException, InterruptedException, SQLException {
    new OrchestrixTables(postgres, OrchestrixContestant.SCHEMA).refill(FILLING);
    Process process = new ProcessBuilder(command(postgres.url())).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    boolean passed = process.waitFor() == 0;
    return new MemoryCheck(FILLING.events(), LIMIT, passed, said.strip());
  }

  private static List<String> command(String url) {
    Stream<String> logging =
        Optional.ofNullable(System.getProperty("java.util.logging.config.file"))
            .map("-Djava.util.logging.config.file="::concat)
            .stream();
    return Stream.of(
            Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()),
            Stream.of("-Xmx" + LIMIT, "-XX:+ExitOnOutOfMemoryError"),
            logging,
            Stream.of("-cp", absolute(System.getProperty("java.class.path"))),
            Stream.of(LongReader.class.getName(), url),
            Stream.of(FILLING.account(0), String.valueOf(FILLING.events())))
        .flatMap(part -> part)
        .toList();
  }

  private static String absolute(String classPath) {
    return Stream.of(classPath.split(File.pathSeparator))
        .map(part -> Path.of(part).toAbsolutePath().toString())
        .reduce((one, other) -> one + File.pathSeparator + other)
        .orElseThrow();
  }

  String line() {
    return "%s: %,d events of one stream with -Xmx%s: %s, %s"
        .formatted(NAME, events, limit, passed ? "passed" : "FAILED", said);
  }
}
