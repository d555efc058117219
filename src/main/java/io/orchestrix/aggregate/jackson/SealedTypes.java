package io.orchestrix.aggregate.jackson;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/** Writes which case of a sealed interface a value is; no other class is ever made of it. */
final class SealedTypes extends JacksonAnnotationIntrospector {

  private static final long serialVersionUID = 1L;

  /** Every sealed interface is treated as if it bore this annotation. */
  @JsonTypeInfo(
      use = JsonTypeInfo.Id.NAME,
      property = "@case",
      requireTypeIdForSubtypes = OptBoolean.TRUE)
  private interface Choice {}

  // read off, not constructed: the methods for that differ from server to server
  private static final JsonTypeInfo.Value CASE =
      JsonTypeInfo.Value.from(Choice.class.getAnnotation(JsonTypeInfo.class));

  @Override
  public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(
      MapperConfig<?> config, Annotated annotated) {
    JsonTypeInfo.Value declared = super.findPolymorphicTypeInfo(config, annotated);
    boolean isChoice =
        annotated instanceof AnnotatedClass
            && annotated.getRawType().isSealed()
            && Modifier.isAbstract(annotated.getRawType().getModifiers());
    return declared == null && isChoice ? CASE : declared;
  }
}
