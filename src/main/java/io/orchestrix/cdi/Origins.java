package io.orchestrix.cdi;

import jakarta.enterprise.inject.spi.AnnotatedMember;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.ProcessBean;
import java.lang.reflect.Member;

/** Says where beans come from, for people. */
final class Origins {

  private Origins() {}

  /** The class of a bean, or the method or field that produces it. */
  static String of(ProcessBean<?> processed) {
    if (processed.getAnnotated() instanceof AnnotatedMember<?> producer) {
      Member member = producer.getJavaMember();
      String parameters = producer instanceof AnnotatedMethod<?> ? "()" : "";
      return member.getDeclaringClass().getName() + "." + member.getName() + parameters;
    }
    return processed.getBean().getBeanClass().getName();
  }
}
