package io.orchestrix.message.jackson;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/** A component of a primitive type that is missing would silently be 0 or false. */
final class PrimitivesAreRequired extends JacksonAnnotationIntrospector {

  private static final long serialVersionUID = 1L;

  @Override
  public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
    boolean isPrimitive = member instanceof AnnotatedParameter && member.getRawType().isPrimitive();
    return isPrimitive ? Boolean.TRUE : super.hasRequiredMarker(config, member);
  }
}
