package io.orchestrix.subscription;

import io.orchestrix.config.AfterFailure;
import io.orchestrix.unitofwork.RetryPolicy;

/**
 * What is done when the handling of an event fails.
 *
 * @param retry how often it is tried; attempts are remembered in the database
 * @param then what follows the last attempt
 */
public record FailurePolicy(RetryPolicy retry, AfterFailure then) {}
