package io.orchestrix.rest.api;

import java.util.List;

/**
 * All that the application is made of, each list in the order of names, and how it is connected.
 *
 * @param commands what can be sent
 * @param queries what can be asked
 * @param events what is stored
 * @param aggregates what decides
 * @param projections what keeps read models
 * @param sagas what works over several aggregates and time
 * @param deadlines what can be scheduled
 * @param edges which leads to which, as far as it is known before anything runs
 */
public record CatalogView(
    List<Handled> commands,
    List<Asked> queries,
    List<Stored> events,
    List<Deciding> aggregates,
    List<Following> projections,
    List<Working> sagas,
    List<Handled> deadlines,
    List<Edge> edges) {

  /**
   * A message that one handler takes.
   *
   * @param module to which the handler belongs; empty if to none
   * @param handler for people
   */
  public record Handled(String name, String module, String handler) {}

  /**
   * A query.
   *
   * @param module to which its handler belongs; empty if to none
   * @param handler for people
   * @param reads the projections whose progress can change the answer
   */
  public record Asked(String name, String module, String handler, List<String> reads) {}

  /**
   * An event as it is written today.
   *
   * @param revision of its payload
   * @param module to which it belongs; empty if to none
   * @param isIntegration whether other systems may send it
   */
  public record Stored(String name, int revision, String module, boolean isIntegration) {}

  /**
   * A class of aggregates.
   *
   * @param category of its streams
   * @param module to which it belongs; empty if to none
   * @param events the names of those that it sees
   */
  public record Deciding(String category, String module, List<String> events) {}

  /**
   * A projection.
   *
   * @param module to which it belongs; empty if to none
   * @param mode when it handles events
   * @param events the names of those that it handles
   */
  public record Following(String name, String module, String mode, List<String> events) {}

  /**
   * A saga.
   *
   * @param version of its definition
   * @param module to which it belongs; empty if to none
   * @param steps their names, in their order
   * @param events the names of those that it takes
   */
  public record Working(
      String name, int version, String module, List<String> steps, List<String> events) {}

  /**
   * An arrow. Each end is a kind and a name with a colon between, such as {@code
   * event:MoneyDeposited}; the kinds are {@code command}, {@code aggregate}, {@code event}, {@code
   * projection}, {@code saga} and {@code query}.
   */
  public record Edge(String from, String to) {}
}
