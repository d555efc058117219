package io.orchestrix.message.jackson;

import io.orchestrix.message.Sensitive;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.TypeSerializer;

/** Writes a mask instead of what is {@link Sensitive}. */
public final class Masking extends NopAnnotationIntrospector {

  private static final long serialVersionUID = 1L;

  private Masking() {}

  /** Adds it to what a mapper knows of annotations. */
  public static JsonMapper.Builder in(JsonMapper.Builder mapper) {
    AnnotationIntrospector others = mapper.annotationIntrospector();
    return mapper.annotationIntrospector(AnnotationIntrospector.pair(new Masking(), others));
  }

  @Override
  public @Nullable Object findSerializer(MapperConfig<?> config, Annotated annotated) {
    return annotated.hasAnnotation(Sensitive.class) ? new Mask() : null;
  }

  private static final class Mask extends ValueSerializer<Object> {
    @Override
    public void serialize(Object value, JsonGenerator json, SerializationContext context) {
      json.writeString(Sensitive.MASK);
    }

    @Override
    public void serializeWithType(
        Object value, JsonGenerator json, SerializationContext context, TypeSerializer types) {
      serialize(value, json, context);
    }
  }
}
