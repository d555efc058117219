package io.orchestrix.saga;

import java.util.List;

/**
 * A running instance that the code cannot continue.
 *
 * @param version of the definition that it follows
 * @param problems why, for people
 */
public record IncompatibleInstance(
    SagaId id, int version, SagaStatus status, List<String> problems) {}
