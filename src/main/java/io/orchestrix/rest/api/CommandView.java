package io.orchestrix.rest.api;

import java.util.List;
import java.util.Map;

/**
 * A command that can be sent.
 *
 * @param name by which it is sent
 * @param module to which its handler belongs; empty if to none
 * @param handler who handles it, for people
 * @param roles who may send it: one role of each list; nobody where a list is empty, everybody who
 *     is logged in where there is no list
 * @param schema of its body, JSON Schema 2020-12
 */
public record CommandView(
    String name,
    String module,
    String handler,
    List<List<String>> roles,
    Map<String, Object> schema) {}
