package io.orchestrix.rest.api;

import org.jspecify.annotations.Nullable;

/**
 * Problem details, as the document of the API describes them; there may be more members.
 *
 * @param type of the problem, as a URI
 * @param title of the type, for people
 * @param status of HTTP
 * @param detail what was tried, what is, and what to do
 * @param instance the path of the request
 * @param code one of those that docs/reference/messages.md explains
 */
record ProblemView(
    String type, String title, int status, String detail, @Nullable String instance, String code) {}
