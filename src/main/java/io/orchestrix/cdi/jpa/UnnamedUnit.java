package io.orchestrix.cdi.jpa;

import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.AnnotatedMember;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceUnit;
import java.lang.annotation.Annotation;
import java.lang.reflect.Member;
import java.util.stream.Stream;

/**
 * A field or setter that JPA injects without being told the unit. Beside the unit of the library no
 * unit is the only one, and what is injected depends on the server: on Open Liberty it is {@code
 * null}.
 *
 * @param annotation what asks for it
 * @param where the field or the method
 */
public record UnnamedUnit(Class<? extends Annotation> annotation, Member where) {

  /** Those of a class; a name for the environment counts, as web.xml may say which unit it is. */
  public static Stream<UnnamedUnit> in(AnnotatedType<?> type) {
    return Stream.<AnnotatedMember<?>>concat(type.getFields().stream(), type.getMethods().stream())
        .flatMap(
            member -> unnamed(member).map(found -> new UnnamedUnit(found, member.getJavaMember())));
  }

  private static Stream<Class<? extends Annotation>> unnamed(Annotated member) {
    PersistenceContext context = member.getAnnotation(PersistenceContext.class);
    if (context != null && (context.unitName() + context.name()).isEmpty()) {
      return Stream.of(PersistenceContext.class);
    }
    PersistenceUnit unit = member.getAnnotation(PersistenceUnit.class);
    return unit != null && (unit.unitName() + unit.name()).isEmpty()
        ? Stream.of(PersistenceUnit.class)
        : Stream.empty();
  }
}
