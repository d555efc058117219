package io.orchestrix.rest.api;

import java.util.List;
import java.util.Map;

/**
 * A query that can be asked.
 *
 * @param name by which it is asked
 * @param module to which its handler belongs; empty if to none
 * @param handler who answers it, for people
 * @param reads the projections whose progress can change the answer; without any nobody can follow
 *     it
 * @param roles who may ask it: one role of each list; nobody where a list is empty, everybody who
 *     is logged in where there is no list
 * @param schema of its components, JSON Schema 2020-12
 */
public record QueryView(
    String name,
    String module,
    String handler,
    List<String> reads,
    List<List<String>> roles,
    Map<String, Object> schema) {}
