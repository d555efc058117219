package io.orchestrix.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The rows for programs. */
record Report(Map<String, String> environment, List<Row> rows, @Nullable MemoryCheck memory) {

  void writeTo(Path file) throws IOException {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("environment", environment);
    all.put("rows", rows.stream().map(Report::row).toList());
    all.put("memory", memory);
    JsonMapper json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    Files.writeString(file, json.writeValueAsString(all) + "\n");
  }

  private static Map<String, Object> row(Row row) {
    Map<String, Object> figures = new LinkedHashMap<>();
    row.figures()
        .forEach(
            (name, found) ->
                figures.put(
                    name,
                    Map.of(
                        "median", found.median(), "spread", found.spread(), "all", found.all())));
    List<Object> goals = new ArrayList<>();
    row.goals()
        .forEach(
            goal ->
                goals.add(
                    Map.of(
                        "goal",
                        goal.toString(),
                        "reached",
                        goal.isReachedBy(row.figures()).map(String::valueOf).orElse("unknown"))));
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("scenario", row.scenario());
    line.put("threads", row.threads());
    line.put("unit", row.unit());
    line.put("figures", figures);
    line.put("goals", goals);
    return line;
  }
}
