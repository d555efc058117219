package io.orchestrix.command;

import io.orchestrix.message.Command;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.util.List;
import java.util.Map;

/** A command with constraints in all places where they may be. */
@Consistent
record Order(
    @NotBlank String customer,
    @Valid Address address,
    List<@Valid Line> lines,
    List<@NotBlank String> tags,
    Map<String, @Positive Integer> prices,
    List<List<@NotBlank String>> groups)
    implements Command, Consistent.Checked {

  record Address(@NotBlank String city) {}

  @Consistent
  record Line(@Positive int from, int to) implements Consistent.Checked {
    @Override
    public boolean consistent() {
      return from <= to;
    }
  }

  static Order by(String customer) {
    return new Order(customer, new Address("Paris"), List.of(), List.of(), Map.of(), List.of());
  }

  Order in(String city) {
    return new Order(customer, new Address(city), lines, tags, prices, groups);
  }

  Order with(Line... lines) {
    return new Order(customer, address, List.of(lines), tags, prices, groups);
  }

  Order tagged(String... tags) {
    return new Order(customer, address, lines, List.of(tags), prices, groups);
  }

  Order priced(String item, int price) {
    return new Order(customer, address, lines, tags, Map.of(item, price), groups);
  }

  Order grouped(List<List<String>> groups) {
    return new Order(customer, address, lines, tags, prices, groups);
  }

  @Override
  public boolean consistent() {
    return !customer.equals("nobody");
  }
}
