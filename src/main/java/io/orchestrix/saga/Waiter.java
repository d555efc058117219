package io.orchestrix.saga;

import java.util.concurrent.CompletableFuture;

/**
 * Who waits for an instance.
 *
 * @param isPatient whether the instance may begin later
 */
record Waiter(CompletableFuture<SagaInstance> ending, boolean isPatient) {}
