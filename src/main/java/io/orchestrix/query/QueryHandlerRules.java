package io.orchestrix.query;

import java.lang.reflect.Type;
import java.util.Optional;
import java.util.Set;

/** What is asked of every handler of queries. */
public final class QueryHandlerRules {

  private QueryHandlerRules() {}

  /**
   * The type of the answer to a query.
   *
   * @param query its class
   * @param handler who handles it, for people
   * @throws InvalidQueryHandlerException if the class leaves it open
   */
  public static Type answerTo(Class<?> query, String handler) {
    return AnswerType.of(query)
        .map(AnswerType::type)
        .orElseThrow(() -> InvalidQueryHandlerException.noAnswerType(handler, query));
  }

  /**
   * What keeps a method from handling a query; empty if nothing does.
   *
   * @param query the class of the query
   * @param declared what the method declares to return
   * @param reads the projections that it names
   * @param handler the method, for people
   */
  public static Optional<InvalidQueryHandlerException> check(
      Class<?> query, Type declared, Set<String> reads, String handler) {
    Optional<AnswerType> answer = AnswerType.of(query);
    if (answer.isEmpty()) {
      return Optional.of(InvalidQueryHandlerException.noAnswerType(handler, query));
    }
    Type expected = answer.get().type();
    if (!answer.get().fits(declared)) {
      return Optional.of(
          InvalidQueryHandlerException.wrongAnswerType(handler, declared, query, expected));
    }
    return reads.stream().anyMatch(String::isBlank)
        ? Optional.of(InvalidQueryHandlerException.noProjection(handler))
        : Optional.empty();
  }

  /**
   * Refuses what cannot handle a query.
   *
   * @throws InvalidQueryHandlerException if something keeps it from that
   * @see #check
   */
  public static void require(Class<?> query, Type declared, Set<String> reads, String handler) {
    check(query, declared, reads, handler)
        .ifPresent(
            mistake -> {
              throw mistake;
            });
  }
}
