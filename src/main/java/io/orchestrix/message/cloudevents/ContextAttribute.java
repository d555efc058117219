package io.orchestrix.message.cloudevents;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The attributes that CloudEvents 1.0 defines, and what each may say. */
enum ContextAttribute {
  SPECVERSION(true),
  ID(true),
  TYPE(true),
  SOURCE(true),
  DATACONTENTTYPE(false),
  DATASCHEMA(false),
  SUBJECT(false),
  TIME(false);

  static final List<ContextAttribute> ALL = List.of(values());

  private final boolean required;

  ContextAttribute(boolean required) {
    this.required = required;
  }

  String attributeName() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isRequired() {
    return required;
  }

  /** What is wrong with this value; none may be empty. */
  Optional<String> flaw(String value) {
    if (value.isEmpty()) {
      return Optional.of("is empty");
    }
    return AttributeText.flaw(value)
        .or(
            () ->
                switch (this) {
                  case SPECVERSION ->
                      value.equals("1.0") ? Optional.empty() : Optional.of("is not 1.0");
                  case SOURCE -> Uris.referenceFlaw(value);
                  case DATACONTENTTYPE -> MediaType.flaw(value);
                  case DATASCHEMA -> Uris.absoluteFlaw(value);
                  case TIME -> Timestamps.flaw(value);
                  case ID, TYPE, SUBJECT -> Optional.empty();
                });
  }
}
