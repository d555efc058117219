package io.orchestrix.telemetry;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.spi.HealthCheckResponseProvider;

/** What checks answer with; a server brings its own. */
final class Responses extends HealthCheckResponseBuilder implements HealthCheckResponseProvider {

  private final Map<String, Object> data = new HashMap<>();
  private String name = "";
  private boolean isUp;

  static HealthCheckResponse of(HealthCheck check) {
    HealthCheckResponse.setResponseProvider(new Responses());
    return check.call();
  }

  @Override
  public HealthCheckResponseBuilder createResponseBuilder() {
    return new Responses();
  }

  @Override
  public HealthCheckResponseBuilder name(String name) {
    this.name = name;
    return this;
  }

  @Override
  public HealthCheckResponseBuilder withData(String key, String value) {
    data.put(key, value);
    return this;
  }

  @Override
  public HealthCheckResponseBuilder withData(String key, long value) {
    data.put(key, value);
    return this;
  }

  @Override
  public HealthCheckResponseBuilder withData(String key, boolean value) {
    data.put(key, value);
    return this;
  }

  @Override
  public HealthCheckResponseBuilder up() {
    return status(true);
  }

  @Override
  public HealthCheckResponseBuilder down() {
    return status(false);
  }

  @Override
  public HealthCheckResponseBuilder status(boolean up) {
    isUp = up;
    return this;
  }

  @Override
  public HealthCheckResponse build() {
    return new HealthCheckResponse(
        name,
        isUp ? HealthCheckResponse.Status.UP : HealthCheckResponse.Status.DOWN,
        Optional.of(data));
  }
}
