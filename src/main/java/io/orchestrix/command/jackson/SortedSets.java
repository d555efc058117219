package io.orchestrix.command.jackson;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.ValueSerializerModifier;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.databind.type.CollectionType;

/** Writes sets in the order of their elements' JSON: their own may be another in each process. */
final class SortedSets extends StdSerializer<Set<?>> {

  private final Function<Object, String> writer;

  private SortedSets(Function<Object, String> writer) {
    super(Set.class);
    this.writer = writer;
  }

  /**
   * @param writer writes an element as JSON
   */
  static SimpleModule module(Function<Object, String> writer) {
    return new SimpleModule()
        .setSerializerModifier(
            new ValueSerializerModifier() {
              private static final long serialVersionUID = 1L;

              @Override
              public ValueSerializer<?> modifyCollectionSerializer(
                  SerializationConfig config,
                  CollectionType type,
                  BeanDescription.Supplier description,
                  ValueSerializer<?> serializer) {
                return Set.class.isAssignableFrom(type.getRawClass())
                    ? new SortedSets(writer)
                    : serializer;
              }
            });
  }

  @Override
  public void serialize(Set<?> set, JsonGenerator json, SerializationContext context) {
    List<String> elements = new ArrayList<>();
    for (Object element : set) {
      elements.add(writer.apply(element));
    }
    Collections.sort(elements);
    json.writeStartArray(set);
    elements.forEach(json::writeRawValue);
    json.writeEndArray();
  }
}
