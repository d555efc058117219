package io.orchestrix.aggregate.jackson;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import io.orchestrix.aggregate.AggregateRoot;
import io.orchestrix.aggregate.Decided;
import io.orchestrix.aggregate.StateCodec;
import io.orchestrix.message.Sensitive;
import io.orchestrix.message.jackson.Masking;
import java.io.StringWriter;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Writes the fields of aggregates, whatever their visibility, with Jackson 3; {@code static} and
 * {@code transient} ones are left out. Thread-safe.
 *
 * <p>A collection or map that a new aggregate has already is filled, so it keeps its kind and may
 * be {@code final}. Another {@code final} field has what the constructor gave it. Of a {@link
 * Decided} its state is written.
 */
public final class JacksonStateCodec implements StateCodec {

  private final JsonMapper mapper;
  private final boolean isMasking;
  private final Map<Class<?>, StateFields> fields = new ConcurrentHashMap<>();
  private final DecidedStates decidedStates;

  public JacksonStateCodec() {
    this(mapper(), false);
  }

  private JacksonStateCodec(JsonMapper.Builder mapper, boolean isMasking) {
    this.mapper = mapper.build();
    this.isMasking = isMasking;
    this.decidedStates = new DecidedStates(this.mapper);
  }

  /** A codec that writes for people what is not {@link Sensitive}; it reads nothing. */
  public static StateCodec masking() {
    return new JacksonStateCodec(Masking.in(mapper()), true);
  }

  private static JsonMapper.Builder mapper() {
    return JsonMapper.builder()
        .changeDefaultVisibility(
            visible ->
                visible
                    .withFieldVisibility(Visibility.ANY)
                    .withGetterVisibility(Visibility.NONE)
                    .withIsGetterVisibility(Visibility.NONE)
                    .withSetterVisibility(Visibility.NONE))
        .annotationIntrospector(new SealedTypes())
        .addModule(
            new SimpleModule() // a set keeps its order, as a list and a map do
                .addAbstractTypeMapping(Set.class, LinkedHashSet.class))
        .enable(MapperFeature.ALLOW_FINAL_FIELDS_AS_MUTATORS)
        .enable(MapperFeature.PROPAGATE_TRANSIENT_MARKER)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS) // the next field
        .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
        .enable(DateTimeFeature.WRITE_DATES_WITH_ZONE_ID)
        .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE);
  }

  @Override
  public String encode(AggregateRoot aggregate) {
    if (aggregate instanceof Decided<?, ?, ?> decided) {
      return decidedStates.encode(decided);
    }
    StringWriter text = new StringWriter();
    try (JsonGenerator json = mapper.createGenerator(text)) {
      json.writeStartObject();
      for (StateField field : of(aggregate).all()) {
        json.writeName(field.name());
        field.write(aggregate, json, mapper, isMasking);
      }
      json.writeEndObject();
    }
    return text.toString();
  }

  @Override
  public void decode(String json, AggregateRoot aggregate) {
    if (aggregate instanceof Decided<?, ?, ?> decided) {
      decidedStates.decode(json, decided);
      return;
    }
    StateFields expected = of(aggregate);
    int read = 0;
    try (JsonParser parser = mapper.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("A state is a JSON object.");
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        StateField field = expected.named(parser.currentName());
        parser.nextToken();
        field.read(aggregate, parser, mapper);
        read++;
      }
      if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
        throw new IllegalArgumentException("The JSON goes on behind the state.");
      }
    }
    if (read != expected.all().size()) {
      throw new IllegalArgumentException(
          "%d of %d fields are there.".formatted(read, expected.all().size()));
    }
  }

  private StateFields of(AggregateRoot aggregate) {
    return fields.computeIfAbsent(aggregate.getClass(), type -> StateFields.of(type, mapper));
  }
}
