package io.orchestrix.rest;

import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;

/**
 * Adds what Orchestrix brings to a REST application: commands as bodies, failures as problem+json.
 * Found by the server through its service file, in every application of the WAR.
 */
public class OrchestrixFeature implements Feature {

  @Override
  public boolean configure(FeatureContext context) {
    context.register(OrchestrixExceptionMapper.class);
    context.register(CommandBodyReader.class);
    return true;
  }
}
