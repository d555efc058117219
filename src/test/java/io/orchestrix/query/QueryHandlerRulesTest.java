package io.orchestrix.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QueryHandlerRulesTest {

  record ForNumber() implements Query<Number> {}

  record ForInteger() implements Query<Integer> {}

  record ForTexts() implements Query<List<String>> {}

  record ForMaybe() implements Query<Optional<String>> {}

  record ForAny() implements Query<Collection<? extends Number>> {}

  record ForBytes() implements Query<byte[]> {}

  record ForLists() implements Query<List<String>[]> {}

  interface ListQuery<T> extends Query<List<T>> {}

  record Inherited() implements ListQuery<String> {}

  @SuppressWarnings("rawtypes") // a mistake that is told
  record Raw() implements Query {}

  record Open<T>() implements Query<List<T>> {}

  static class Texts extends ArrayList<String> {
    private static final long serialVersionUID = 1L;
  }

  /** Methods by what they return. */
  @SuppressWarnings({"NonApiType", "TypeParameterUnusedInFormals"}) // nobody calls them
  interface Returning {
    int primitive();

    Integer integer();

    Number number();

    String text();

    void nothing();

    List<String> texts();

    Texts ownTexts();

    ArrayList<String> arrayOfTexts();

    @SuppressWarnings("rawtypes")
    List raw();

    List<Integer> numbers();

    List<? extends Integer> someNumbers();

    Optional<String> maybe();

    byte[] bytes();

    List<String>[] lists();

    <N extends Number> N variable();
  }

  record Pair(Class<?> query, String method) {}

  static Stream<Pair> fitting() {
    return Stream.of(
        new Pair(ForNumber.class, "number"),
        new Pair(ForNumber.class, "integer"),
        new Pair(ForNumber.class, "primitive"),
        new Pair(ForNumber.class, "variable"),
        new Pair(ForInteger.class, "primitive"),
        new Pair(ForTexts.class, "texts"),
        new Pair(ForTexts.class, "arrayOfTexts"),
        new Pair(ForTexts.class, "ownTexts"),
        new Pair(Inherited.class, "texts"),
        new Pair(ForMaybe.class, "maybe"),
        new Pair(ForAny.class, "numbers"),
        new Pair(ForAny.class, "someNumbers"),
        new Pair(ForBytes.class, "bytes"),
        new Pair(ForLists.class, "lists"));
  }

  static Stream<Pair> unfit() {
    return Stream.of(
        new Pair(ForInteger.class, "number"),
        new Pair(ForInteger.class, "text"),
        new Pair(ForInteger.class, "nothing"),
        new Pair(ForNumber.class, "nothing"),
        new Pair(ForTexts.class, "numbers"),
        new Pair(ForTexts.class, "raw"),
        new Pair(ForTexts.class, "text"),
        new Pair(Inherited.class, "numbers"),
        new Pair(ForMaybe.class, "text"),
        new Pair(ForAny.class, "texts"),
        new Pair(ForBytes.class, "lists"),
        new Pair(ForLists.class, "texts"));
  }

  static Stream<Class<?>> withoutAnswer() {
    return Stream.of(Raw.class, Open.class);
  }

  private static Type returned(String name) {
    return Stream.of(Returning.class.getMethods())
        .filter(method -> method.getName().equals(name))
        .map(Method::getGenericReturnType)
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("fitting")
  void what_the_compiler_would_take_fits(Pair pair) {
    assertThat(QueryHandlerRules.check(pair.query(), returned(pair.method()), Set.of(), "here"))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("unfit")
  void what_it_would_not_take_does_not(Pair pair) {
    assertThat(QueryHandlerRules.check(pair.query(), returned(pair.method()), Set.of(), "here"))
        .get()
        .asString()
        .contains("ORX-2212 here returns " + returned(pair.method()).getTypeName());
  }

  @ParameterizedTest
  @MethodSource("withoutAnswer")
  void a_query_says_the_type_of_its_answer(Class<?> query) {
    assertThat(QueryHandlerRules.check(query, Object.class, Set.of(), "here"))
        .get()
        .asString()
        .contains("ORX-2211 here handles " + query.getName());
  }
}
