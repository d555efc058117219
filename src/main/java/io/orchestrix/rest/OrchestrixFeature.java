package io.orchestrix.rest;

import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;

/**
 * Adds what Orchestrix brings to a REST application: commands as bodies, idempotency keys,
 * positions, failures as problem+json. Found by the server through its service file, in every
 * application of the WAR.
 *
 * <p>All are {@code @Provider} as well: where there is no {@code Application} class, only a mapping
 * in web.xml, WildFly reads no service files and finds them by that.
 */
public class OrchestrixFeature implements Feature {

  @Override
  public boolean configure(FeatureContext context) {
    register(context, OrchestrixExceptionMapper.class);
    register(context, CommandBodyReader.class);
    register(context, IdempotencyKeyFilter.class);
    register(context, PositionFilter.class);
    register(context, AwaitFilter.class);
    return true;
  }

  private static void register(FeatureContext context, Class<?> provider) {
    if (!context.getConfiguration().isRegistered(provider)) {
      context.register(provider);
    }
  }
}
