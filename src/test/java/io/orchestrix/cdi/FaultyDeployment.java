package io.orchestrix.cdi;

import java.util.List;
import java.util.Map;

/**
 * An application that must not start, and how that is told.
 *
 * @param name the mistake, for people
 * @param application its classes
 * @param settings what it configures
 * @param code the code of its one mistake
 * @param parts what the message says besides
 */
record FaultyDeployment(
    String name,
    List<Class<?>> application,
    Map<String, String> settings,
    String code,
    List<String> parts) {

  static FaultyDeployment of(String name, Class<?>... application) {
    return new FaultyDeployment(name, List.of(application), Map.of(), "", List.of());
  }

  static FaultyDeployment configured(String name, String key, String value) {
    return new FaultyDeployment(name, List.of(), Map.of(key, value), "", List.of());
  }

  FaultyDeployment with(String key, String value) {
    return new FaultyDeployment(name, application, Map.of(key, value), code, parts);
  }

  FaultyDeployment isRefusedWith(String code, String... parts) {
    return new FaultyDeployment(name, application, settings, code, List.of(parts));
  }

  @Override
  public String toString() {
    return name;
  }
}
