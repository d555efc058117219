package io.orchestrix.rest.api;

/**
 * What has become of events that came.
 *
 * @param stored how many are new
 * @param repeated how many were stored before, by their source and id
 */
public record Receipt(int stored, int repeated) {}
