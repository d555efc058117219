package io.orchestrix.rest.api;

import io.orchestrix.message.EventTypes;
import io.orchestrix.module.Catalog;
import io.orchestrix.module.MessageTypes;
import io.orchestrix.rest.api.CatalogView.Asked;
import io.orchestrix.rest.api.CatalogView.Deciding;
import io.orchestrix.rest.api.CatalogView.Edge;
import io.orchestrix.rest.api.CatalogView.Following;
import io.orchestrix.rest.api.CatalogView.Handled;
import io.orchestrix.rest.api.CatalogView.Stored;
import io.orchestrix.rest.api.CatalogView.Working;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Makes of the catalogue what operators see of it: no names of classes but those of handlers. */
final class CatalogViews {

  private CatalogViews() {}

  static CatalogView of(Catalog catalog, MessageTypes types, EventTypes events) {
    Set<String> integration = events.integrationEvents();
    return new CatalogView(
        catalog.commands().stream()
            .map(found -> new Handled(found.name(), found.module(), found.handler()))
            .toList(),
        catalog.queries().stream()
            .map(found -> new Asked(found.name(), found.module(), found.handler(), found.reads()))
            .toList(),
        catalog.events().stream()
            .map(
                found ->
                    new Stored(
                        found.name(),
                        found.revision(),
                        found.module(),
                        integration.contains(found.name())))
            .toList(),
        catalog.aggregates().stream()
            .map(found -> new Deciding(found.category(), found.module(), found.events()))
            .toList(),
        catalog.projections().stream()
            .map(
                found ->
                    new Following(
                        found.name(),
                        found.module(),
                        found.mode().name().toLowerCase(Locale.ROOT),
                        found.events()))
            .toList(),
        catalog.sagas().stream()
            .map(
                found ->
                    new Working(
                        found.name(),
                        found.version(),
                        found.module(),
                        found.steps(),
                        found.events()))
            .toList(),
        catalog.deadlines().stream()
            .map(found -> new Handled(found.name(), found.module(), found.handler()))
            .toList(),
        edges(catalog, types));
  }

  private static List<Edge> edges(Catalog catalog, MessageTypes types) {
    List<Edge> edges = new ArrayList<>();
    types
        .commands()
        .forEach(
            command -> {
              MessageTypes.Target target = command.target();
              if (target != null) {
                edges.add(edge("command", command.entry().name(), "aggregate", target.category()));
              }
            });
    catalog
        .aggregates()
        .forEach(
            found ->
                found
                    .events()
                    .forEach(
                        event -> edges.add(edge("aggregate", found.category(), "event", event))));
    catalog
        .projections()
        .forEach(
            found ->
                found
                    .events()
                    .forEach(event -> edges.add(edge("event", event, "projection", found.name()))));
    catalog
        .sagas()
        .forEach(
            found ->
                found
                    .events()
                    .forEach(event -> edges.add(edge("event", event, "saga", found.name()))));
    catalog
        .queries()
        .forEach(
            found ->
                found
                    .reads()
                    .forEach(read -> edges.add(edge("projection", read, "query", found.name()))));
    return edges.stream().distinct().toList();
  }

  private static Edge edge(String fromKind, String from, String toKind, String to) {
    return new Edge(fromKind + ":" + from, toKind + ":" + to);
  }
}
