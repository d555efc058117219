package io.orchestrix.cdi;

import jakarta.enterprise.inject.spi.DeploymentException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All that is wrong with an application, reported together. */
final class Mistakes {

  private final List<String> texts = new ArrayList<>();

  void add(Mistake mistake) {
    texts.add(mistake.text());
  }

  void addAll(Stream<Mistake> mistakes) {
    mistakes.forEach(this::add);
  }

  /** The exception that keeps the application from starting; empty if nothing is wrong. */
  Optional<DeploymentException> toException() {
    if (texts.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder report =
        new StringBuilder("ORX-6000 This application cannot start; to be corrected: ")
            .append(texts.size());
    for (int i = 0; i < texts.size(); i++) {
      report.append("\n  ").append(i + 1).append(") ").append(texts.get(i));
    }
    return Optional.of(new DeploymentException(report.toString()));
  }
}
