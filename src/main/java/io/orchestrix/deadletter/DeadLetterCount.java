package io.orchestrix.deadletter;

/**
 * How many letters have something in common.
 *
 * @param failureClass the class of their last failure; empty if they have only waited
 */
public record DeadLetterCount(
    String subscription, DeadLetterState state, String failureClass, long letters) {}
