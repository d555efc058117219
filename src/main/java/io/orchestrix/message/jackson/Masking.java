package io.orchestrix.message.jackson;

import io.orchestrix.message.Sensitive;
import java.lang.reflect.Field;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.ValueSerializerModifier;
import tools.jackson.databind.ser.bean.BeanSerializerBase;

/** Writes a mask instead of what is {@link Sensitive}. */
public final class Masking extends NopAnnotationIntrospector {

  private static final long serialVersionUID = 1L;

  private Masking() {}

  /** Adds it to what a mapper knows of annotations. */
  public static JsonMapper.Builder in(JsonMapper.Builder mapper) {
    AnnotationIntrospector others = mapper.annotationIntrospector();
    return mapper
        .annotationIntrospector(AnnotationIntrospector.pair(new Masking(), others))
        .addModule(new SimpleModule("sensitive").setSerializerModifier(new UnknownProperties()));
  }

  @Override
  public @Nullable Object findSerializer(MapperConfig<?> config, Annotated annotated) {
    return annotated.hasAnnotation(Sensitive.class) ? new Mask() : null;
  }

  @Override
  public @Nullable Object findNullSerializer(MapperConfig<?> config, Annotated annotated) {
    return findSerializer(config, annotated);
  }

  /**
   * Masks all of an object that has a sensitive field of which Jackson does not know what it writes
   * of it: there is no property of that name, or the class writes itself.
   */
  private static final class UnknownProperties extends ValueSerializerModifier {

    private static final long serialVersionUID = 1L;

    @Override
    public ValueSerializer<?> modifySerializer(
        SerializationConfig config, BeanDescription.Supplier type, ValueSerializer<?> serializer) {
      Set<String> sensitive = sensitive(type.getBeanClass());
      if (sensitive.isEmpty()) {
        return serializer;
      }
      type.get().findProperties().forEach(known -> sensitive.remove(known.getInternalName()));
      boolean isKnown = serializer instanceof BeanSerializerBase && sensitive.isEmpty();
      return isKnown ? serializer : new Mask();
    }

    private static Set<String> sensitive(Class<?> type) {
      Set<String> fields = new HashSet<>();
      for (Class<?> each = type; each != null; each = each.getSuperclass()) {
        Stream.of(each.getDeclaredFields())
            .filter(field -> field.isAnnotationPresent(Sensitive.class))
            .map(Field::getName)
            .forEach(fields::add);
      }
      return fields;
    }
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
