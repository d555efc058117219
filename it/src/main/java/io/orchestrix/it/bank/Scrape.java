package io.orchestrix.it.bank;

import io.orchestrix.it.Http;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a server tells Prometheus. */
record Scrape(String text, List<Sample> samples) {
  private static final Pattern LINE =
      Pattern.compile("(?<name>[a-zA-Z_:][\\w:]*)(\\{(?<labels>.*)})? (?<value>\\S+)");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\",?");

  record Sample(String name, Map<String, String> labels, double value) {}

  static Scrape of(URI metrics) throws IOException {
    try {
      var answer = Http.get(metrics);
      if (answer.statusCode() != 200) {
        throw new IOException(metrics + ": " + answer.statusCode() + "\n" + answer.body());
      }
      var samples =
          answer.body().lines().filter(line -> !line.startsWith("#")).map(Scrape::sample).toList();
      return new Scrape(answer.body(), samples);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static Sample sample(String line) {
    Matcher found = LINE.matcher(line);
    if (!found.matches()) {
      throw new IllegalArgumentException("no sample: " + line);
    }
    Map<String, String> labels = new TreeMap<>();
    if (found.group("labels") != null) {
      LABEL
          .matcher(found.group("labels"))
          .results()
          .forEach(label -> labels.put(label.group(1), label.group(2)));
    }
    return new Sample(found.group("name"), labels, Double.parseDouble(found.group("value")));
  }

  /** The samples of ours, by whatever name they begin with. */
  List<Sample> ours() {
    return samples.stream().filter(sample -> sample.name().startsWith("orchestrix_")).toList();
  }

  /** The sum over all samples of a name that have these labels, 0 if there are none. */
  double sum(String name, String... labels) {
    return samples.stream()
        .filter(sample -> sample.name().equals(name))
        .filter(sample -> has(sample, labels))
        .mapToDouble(Sample::value)
        .sum();
  }

  private static boolean has(Sample sample, String... labels) {
    for (var i = 0; i < labels.length; i += 2) {
      if (!labels[i + 1].equals(sample.labels().get(labels[i]))) {
        return false;
      }
    }
    return true;
  }
}
