package io.orchestrix.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Everything for programs. */
record Report(Map<String, String> environment, List<Line> rows, @Nullable MemoryCheck memory) {

  record Line(
      String scenario, int threads, String unit, Map<String, Measured> figures, List<Aim> goals) {}

  record Measured(double median, double spread, List<Double> all) {}

  /** A goal; {@code null} as long as it is unknown whether it is reached. */
  record Aim(String goal, @Nullable Boolean reached) {}

  static Report of(Map<String, String> environment, List<Row> rows, @Nullable MemoryCheck memory) {
    return new Report(environment, rows.stream().map(Report::line).toList(), memory);
  }

  private static Line line(Row row) {
    Map<String, Measured> figures = new LinkedHashMap<>();
    row.figures()
        .forEach(
            (name, found) ->
                figures.put(name, new Measured(found.median(), found.spread(), found.all())));
    List<Aim> goals =
        row.goals().stream()
            .map(goal -> new Aim(goal.toString(), goal.isReachedBy(row.figures()).orElse(null)))
            .toList();
    return new Line(row.scenario(), row.threads(), row.unit(), figures, goals);
  }

  void writeTo(Path file) throws IOException {
    JsonMapper json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    Files.writeString(file, json.writeValueAsString(this) + "\n");
  }
}
