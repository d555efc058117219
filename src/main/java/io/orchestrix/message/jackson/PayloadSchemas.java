package io.orchestrix.message.jackson;

import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationModule;
import com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON Schemas (2020-12) of payloads, as the strict codec reads them, with the bounds that Bean
 * Validation holds. Thread-safe.
 */
public final class PayloadSchemas {

  private final JsonMapper mapper = JsonMapper.shared();
  private final Map<Class<?>, Map<String, Object>> known = new ConcurrentHashMap<>();
  private final SchemaGenerator generator;

  /** Knows no class yet. */
  public PayloadSchemas() {
    SchemaGeneratorConfigBuilder config =
        new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(
                new JakartaValidationModule(
                    JakartaValidationOption.NOT_NULLABLE_FIELD_IS_REQUIRED,
                    JakartaValidationOption.INCLUDE_PATTERN_EXPRESSIONS))
            .with(
                Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT,
                Option.EXTRA_OPEN_API_FORMAT_VALUES,
                Option.FLATTENED_OPTIONALS,
                Option.INLINE_ALL_SCHEMAS);
    config.forFields().withRequiredCheck(field -> field.getRawMember().getType().isPrimitive());
    this.generator = new SchemaGenerator(config.build());
  }

  /** The schema of payloads of a class. */
  public Map<String, Object> of(Class<?> type) {
    return known.computeIfAbsent(type, this::make);
  }

  @SuppressWarnings("unchecked") // the members of a JSON object
  private Map<String, Object> make(Class<?> type) {
    return mapper.convertValue(generator.generateSchema(type), Map.class);
  }
}
