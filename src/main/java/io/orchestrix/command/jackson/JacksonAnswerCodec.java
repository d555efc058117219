package io.orchestrix.command.jackson;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import io.orchestrix.command.AnswerCodec;
import io.orchestrix.message.jackson.ExactJson;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes answers and commands with Jackson 3. Thread-safe. */
public final class JacksonAnswerCodec implements AnswerCodec {

  private final JsonMapper mapper =
      ExactJson.mapper().enable(SerializationFeature.FAIL_ON_EMPTY_BEANS).build();
  private final JsonMapper sorted =
      ExactJson.mapper()
          .disable(MapperFeature.USE_ANNOTATIONS) // which may leave something out
          .changeDefaultVisibility(
              all ->
                  all.withVisibility(PropertyAccessor.ALL, Visibility.NONE)
                      .withVisibility(PropertyAccessor.FIELD, Visibility.ANY))
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .addModule(SortedSets.module(this::canonical))
          .build();

  @Override
  public String encode(@Nullable Object answer) {
    return mapper.writeValueAsString(answer);
  }

  @Override
  public @Nullable Object decode(String json, Type declared) {
    return declared == void.class || declared == Void.class
        ? null
        : mapper.readValue(json, mapper.constructType(declared));
  }

  @Override
  public String canonical(Object command) {
    return sorted.writeValueAsString(command);
  }
}
