package io.orchestrix.cdi;

import io.orchestrix.OrchestrixException;
import io.orchestrix.cdi.jpa.UnnamedUnit;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Type;

/**
 * What a developer has to correct before the application can start.
 *
 * @param text its code, what is wrong and where, and the fix
 */
record Mistake(String text) {

  static Mistake of(OrchestrixException failure) {
    return new Mistake(String.valueOf(failure.getMessage()));
  }

  static Mistake twoHandlers(String first, String second, HandlerKind kind, Class<?> type) {
    return new Mistake(
        "ORX-6001 %s and %s both handle the %s %s. A %3$s has exactly one handler: remove %5$s from one of them."
            .formatted(first, second, kind.noun(), type.getName(), kind.marker()));
  }

  static Mistake notAMessage(HandlerMethod handler, Type type) {
    HandlerKind kind = handler.kind();
    if (kind == HandlerKind.DEADLINE) {
      return new Mistake(
          "ORX-3634 %s has %s on a %s. Let the parameter be a record that is not generic."
              .formatted(handler.describe(), kind.marker(), type.getTypeName()));
    }
    return new Mistake(
        "ORX-6002 %s has %s on a %s. Let the parameter be a class or record that implements %s and is not generic; a choice of them takes a handler for each."
            .formatted(
                handler.describe(),
                kind.marker(),
                type.getTypeName(),
                kind.supertype().getSimpleName()));
  }

  static Mistake sameDeadline(Class<?> first, Class<?> second) {
    return new Mistake(
        "ORX-3631 The payloads of deadlines %s and %s have the same simple name, by which deadlines are kept. Rename one of them."
            .formatted(first.getName(), second.getName()));
  }

  static Mistake unreachableHandler(HandlerMethod handler) {
    return new Mistake(
        "ORX-6003 %s is private or static, or its bean hides its class, with @Typed or as an EJB with a business interface, so it cannot be called on the bean. Make it an instance method that is not private, and the class a type of the bean: remove @Typed, or add @LocalBean."
            .formatted(handler.describe()));
  }

  static Mistake severalMessages(HandlerMethod handler) {
    return new Mistake(
        "ORX-6004 %s handles what comes as several of its parameters. Make a method for each %s."
            .formatted(handler.describe(), handler.kind().noun()));
  }

  static Mistake notInjectable(String handler, int parameter, String reason) {
    return new Mistake(
        "ORX-6005 parameter %d of %s cannot be injected: %s Let it be the type of a bean; that of a command may be Metadata or CommandMessage as well."
            .formatted(parameter + 1, handler, reason));
  }

  static Mistake sameCategory(Class<?> first, Class<?> second, String category) {
    return new Mistake(
        "ORX-6006 %s and %s are both the aggregate '%s'. Give each @Aggregate a name of its own."
            .formatted(first.getName(), second.getName(), category));
  }

  static Mistake unknownAggregate(Member where, Type type) {
    return new Mistake(
        "ORX-6007 %s injects a repository of %s, which is no known aggregate. Annotate that class with @Aggregate, in an archive with beans; of a decider inject one of Decided with its very types."
            .formatted(describe(where), type.getTypeName()));
  }

  static Mistake handlerWithoutBean(String handler, HandlerKind kind, String obstacle, String fix) {
    return new Mistake(
        "ORX-6009 %s has %s, but there is no bean to call it on: its class %s. %s; or mark the class @Vetoed if this application does not need it."
            .formatted(handler, kind.marker(), obstacle, fix));
  }

  static Mistake otherRole(HandlerMethod handler, String role) {
    return new Mistake(
        "ORX-6010 %s has %s and %s, so the container would call it without a %s. Make a method for each."
            .formatted(handler.describe(), handler.kind().marker(), role, handler.kind().noun()));
  }

  static Mistake answersLater(HandlerMethod handler, String reason) {
    return new Mistake(
        "ORX-6011 %s %s, but the transaction of a %s ends when its handler returns. Do the work before it returns, and answer with the result."
            .formatted(handler.describe(), reason, handler.kind().noun()));
  }

  static Mistake noProxy(HandlerMethod handler, String reason) {
    return new Mistake(
        "ORX-6012 %s cannot be called, as its bean has a normal scope and its class allows no proxy: %s Let neither the class nor its methods be final and add a constructor without parameters, or make the bean @Dependent."
            .formatted(handler.describe(), reason));
  }

  static Mistake scopedAggregate(Class<?> type, Class<? extends Annotation> scope) {
    return new Mistake(
        "ORX-6013 %s has @%s beside @Aggregate, but its repository makes it, not CDI. Remove the scope."
            .formatted(type.getName(), scope.getSimpleName()));
  }

  static Mistake repositoryOfAnything(Member where, Type type) {
    return new Mistake(
        "ORX-6014 %s injects %s, which does not say whose repository. Name one class, as in AggregateRepository<Account>."
            .formatted(describe(where), type.getTypeName()));
  }

  static Mistake injectedAggregate(Member where, Class<?> type) {
    return new Mistake(
        "ORX-6015 %s injects the aggregate %s, but aggregates are no beans. Inject AggregateRepository<%s> and load it from there."
            .formatted(describe(where), type.getName(), type.getSimpleName()));
  }

  static Mistake unnamedUnit(UnnamedUnit unit) {
    String annotation = unit.annotation().getSimpleName();
    return new Mistake(
        "ORX-6016 @%s on %s names no persistence unit, and there are several: the one of Orchestrix is beside yours. Name yours, as in @%s(unitName = \"bank\")."
            .formatted(annotation, describe(unit.where()), annotation));
  }

  static Mistake notPublic(HandlerMethod handler) {
    return new Mistake(
        "ORX-6017 %s is a method of an EJB and not public, so it cannot be called from outside. Make it public."
            .formatted(handler.describe()));
  }

  static Mistake noUpcaster(String origin, Exception failure) {
    return new Mistake(
        "ORX-6018 The upcaster of %s cannot be made: %s. Correct what it throws; it is made at start and needs nothing but itself."
            .formatted(origin, failure));
  }

  static Mistake interceptorWithoutPriority(String origin) {
    return new Mistake(
        "ORX-6019 The command interceptor of %s has no @Priority, so its place among the others is not known. Give it one, as in @Priority(CommandOrder.VALIDATION - 10)."
            .formatted(origin));
  }

  static Mistake takenPriority(String origin, int priority) {
    return new Mistake(
        "ORX-6020 The command interceptor of %s has the priority %d, which is one of CommandOrder's own. Add to it or subtract from it, as in @Priority(CommandOrder.VALIDATION - 10)."
            .formatted(origin, priority));
  }

  static Mistake samePriority(String first, String second, int priority) {
    return new Mistake(
        "ORX-6021 The command interceptors of %s and %s both have the priority %d, so their order is not known. Give one of them another."
            .formatted(first, second, priority));
  }

  static Mistake recordedOfNothing(Member observer) {
    return new Mistake(
        "ORX-6022 %s has a parameter RecordedEvent but observes no event of the store. Let it observe a class that implements Event."
            .formatted(describe(observer)));
  }

  static Mistake moduleWithoutName(String origin) {
    return new Mistake(
        "ORX-6023 The module of %s has no name. Annotate its class or package with @Module."
            .formatted(origin));
  }

  static Mistake sameModule(String first, String second, String name) {
    return new Mistake(
        "ORX-6024 %s and %s both register the module '%s'. Give each a name of its own."
            .formatted(first, second, name));
  }

  static Mistake noModule(String origin, Exception failure) {
    return new Mistake(
        "ORX-6025 The module of %s cannot be registered: %s. Correct what it throws; it is registered at start, before anything can be sent."
            .formatted(origin, failure));
  }

  static Mistake noSaga(String origin, Exception failure) {
    return new Mistake(
        "ORX-3748 The definition of a saga that %s makes cannot be had: %s. Correct what it throws; it is made at start, before anything happens."
            .formatted(origin, failure));
  }

  static Mistake ownTransaction(HandlerMethod handler, String rule) {
    return new Mistake(
        "ORX-6027 %s has %s, so its events would be committed without the rest of its command. Remove that; a handler runs in the transaction of its command."
            .formatted(handler.describe(), rule));
  }

  static Mistake twoRules(HandlerKind kind, Class<?> message) {
    return new Mistake(
        "ORX-6026 The %s %s has more than one of @RolesAllowed, @PermitAll and @DenyAll. Keep one."
            .formatted(kind.noun(), message.getName()));
  }

  static Mistake notPublic(Method method) {
    return new Mistake(
        "ORX-3414 %s.%s is not public, but it belongs to an EJB, which offers public methods only. Make it public."
            .formatted(method.getDeclaringClass().getName(), method.getName()));
  }

  private static String describe(Member member) {
    String owner = member.getDeclaringClass().getName();
    return member instanceof Constructor<?>
        ? "The constructor of " + owner
        : owner + "." + member.getName();
  }
}
