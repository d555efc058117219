package io.orchestrix.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Prometheus' judge of metrics, in Debian's package {@code prometheus}; {@code -Dpromtool=...} or
 * the environment variable {@code PROMTOOL} says where it is if not on the path.
 */
public record Promtool(Path program) {

  /** Empty, with a line on the console, if there is none. */
  public static Optional<Promtool> find() {
    var named =
        Optional.ofNullable(System.getProperty("promtool"))
            .or(() -> Optional.ofNullable(System.getenv("PROMTOOL")))
            .map(Path::of)
            .stream();
    var onPath =
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
            .map(folder -> Path.of(folder, "promtool"));
    var found =
        Stream.concat(named, onPath).filter(Files::isExecutable).findFirst().map(Promtool::new);
    if (found.isEmpty()) {
      System.out.println(
          "WARNING: nobody checks the metrics, as there is no promtool. It is in Debian's package"
              + " prometheus; PROMTOOL says where it is.");
    }
    return found;
  }

  /** What {@code promtool check metrics} has against a text; empty if nothing. */
  public List<String> complaints(String text) throws IOException, InterruptedException {
    var file = Files.createTempFile(Files.createDirectories(Path.of("target/it")), "m", ".txt");
    Files.writeString(file, text);
    var process =
        new ProcessBuilder(program.toString(), "check", "metrics")
            .redirectInput(file.toFile())
            .redirectErrorStream(true)
            .start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    var complaints = new ArrayList<>(said.lines().toList());
    if (process.waitFor() != 0 && complaints.isEmpty()) {
      complaints.add("promtool ended with " + process.exitValue());
    }
    return complaints;
  }
}
