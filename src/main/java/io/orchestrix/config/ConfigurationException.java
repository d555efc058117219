package io.orchestrix.config;

import io.orchestrix.OrchestrixException;
import org.jspecify.annotations.Nullable;

/** A configured value is wrong, or one that is needed is missing. */
public final class ConfigurationException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  private ConfigurationException(String code, String message, @Nullable Throwable cause) {
    super(code, Kind.FAULT, message, cause);
  }

  static ConfigurationException wrongValue(Key<?> key, String text, Throwable cause) {
    return new ConfigurationException(
        "ORX-5001",
        "%s is '%s'; it takes %s. Correct it where MicroProfile Config reads it."
            .formatted(key.name(), text, key.expects()),
        cause);
  }

  static ConfigurationException noApplicationName(Throwable cause) {
    return new ConfigurationException(
        "ORX-5002",
        "The server does not tell the application's name (java:app/AppName), which names its "
            + "database schema. Set orchestrix.db-schema and orchestrix.source.",
        cause);
  }
}
