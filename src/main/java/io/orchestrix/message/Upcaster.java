package io.orchestrix.message;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Brings stored events of one type and revision a step further towards what the code knows, when
 * they are read; the store keeps them as they were written. Steps are chained until every event is
 * of a known type in its current revision.
 *
 * <p>The application has one bean for each type and revision that it no longer writes:
 *
 * <pre>{@code
 * @Produces
 * Upcaster depositsHaveACurrency() {
 *   return Upcaster.of(
 *       "MoneyDeposited", 1, old -> Json.createObjectBuilder(old).add("currency", "EUR").build());
 * }
 * }</pre>
 *
 * <p>It is made once, at start, and called by many threads. The same input gives the same output
 * every time: it asks neither the clock nor a database. Its {@link Object#toString} names it in
 * messages; that of a bean is the class, or the producer, that it comes from. What it throws
 * reaches the reader as the cause of an {@link UpcastException}.
 */
public interface Upcaster {

  /** Which stored events it takes. Always the same. */
  EventRevision source();

  /**
   * What it makes of each, so that a dead end is found at start; empty if it gives none or several,
   * or if only the content tells.
   */
  default Optional<EventRevision> target() {
    return Optional.empty();
  }

  /**
   * Takes one event a step further.
   *
   * @return what it has become, in order; of the same type only in a higher revision; empty if
   *     there is nothing left of it
   */
  List<EventJson> upcast(JsonObject old);

  /** The same one, which messages call {@code name}. */
  default Upcaster named(String name) {
    return new FunctionUpcaster(
        source(), target(), this::upcast, FunctionUpcaster.code(this), name);
  }

  /** Changes the payload and so leads to the next revision of the type. */
  static Upcaster of(String type, int revision, UnaryOperator<JsonObject> change) {
    return rename(type, revision, type, revision + 1, change);
  }

  /** Leads to another type, whose payload looks the same in this revision. */
  static Upcaster rename(String type, int revision, String newType, int newRevision) {
    return rename(type, revision, newType, newRevision, UnaryOperator.identity());
  }

  /** Leads to another type and changes the payload. */
  static Upcaster rename(
      String type,
      int revision,
      String newType,
      int newRevision,
      UnaryOperator<JsonObject> change) {
    EventRevision target = new EventRevision(newType, newRevision);
    return FunctionUpcaster.of(
        new EventRevision(type, revision),
        Optional.of(target),
        old -> List.of(new EventJson(newType, newRevision, change.apply(old))),
        change.getClass());
  }

  /** Makes several events of one, or as many as its content demands. */
  static Upcaster split(String type, int revision, Function<JsonObject, List<EventJson>> parts) {
    return FunctionUpcaster.of(
        new EventRevision(type, revision), Optional.empty(), parts, parts.getClass());
  }

  /** Leaves events out that mean nothing any more. */
  static Upcaster drop(String type, int revision) {
    return split(type, revision, old -> List.of());
  }
}
