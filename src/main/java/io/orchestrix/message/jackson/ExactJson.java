package io.orchestrix.message.jackson;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** How values are written as JSON, so that the same ones are read again. */
public final class ExactJson {

  private ExactJson() {}

  /** A mapper to be completed: bounded exact decimals, required primitives, times with zones. */
  public static JsonMapper.Builder mapper() {
    return JsonMapper.builder()
        .addModule(Decimals.module())
        .annotationIntrospector(new PrimitivesAreRequired())
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DateTimeFeature.WRITE_DATES_WITH_ZONE_ID)
        .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE);
  }
}
