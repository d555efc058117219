package io.orchestrix.cdi;

import java.util.stream.Stream;

/** Settings with a mistake each. */
final class FaultyConfigurations {

  static Stream<FaultyDeployment> deployments() {
    return Stream.of(
        wrong("orchestrix.schema", "update", "validate, migrate or none"),
        wrong("orchestrix.db-schema", "My-Bank", "all lower case"),
        wrong("orchestrix.source", "my bank", "a URI reference"),
        wrong("orchestrix.store", "disk", "jpa or memory"),
        wrong("orchestrix.retry.policy", "often", "none, fixed, linear or exponential"),
        wrong("orchestrix.retry.longest", "PT2H", "from PT0S to PT1H"),
        wrong("orchestrix.retry.jitter", "yes", "true or false"),
        wrong("orchestrix.timeout", "-PT1S", "from PT0S to P1D"),
        wrong("orchestrix.idempotency.kept", "P1Y", "from PT0S to P366D"),
        wrong("orchestrix.retry.attempts", "many", "a number of attempts from 1 to 100"),
        wrong("orchestrix.retry.attempts", "0", "a number of attempts from 1 to 100"),
        wrong("orchestrix.retry.pause", "5ms", "an ISO-8601 duration"),
        wrong("orchestrix.rest.max-body", "1MB", "a number of bytes"),
        wrong("orchestrix.aggregates.cached-events", "-1", "a number of events"),
        wrong("orchestrix.unknown-events", "ignore", "fail, skip or raw"));
  }

  private static FaultyDeployment wrong(String key, String value, String expected) {
    return FaultyDeployment.configured(key + "=" + value, key, value)
        .isRefusedWith("ORX-5001", "%s is '%s'; it takes ".formatted(key, value), expected);
  }

  private FaultyConfigurations() {}
}
