package io.orchestrix.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.leaky.orders.Listener;
import com.acme.leaky.orders.Sender;
import com.acme.shop.billing.Billing;
import com.acme.shop.orders.Order;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ModulesTest {

  private final Modules leaky = Modules.beside(Listener.class);

  @Test
  void what_belongs_to_another_module_is_not_used() {
    assertThatThrownBy(leaky::verify)
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("Modules talk by events only, but:")
        .hasMessageContaining(
            "com.acme.leaky.orders.Orders of the module 'orders' uses com.acme.leaky.billing.Bill, an aggregate of the module 'billing'")
        .hasMessageContaining(
            "com.acme.leaky.orders.Sender of the module 'orders' uses com.acme.leaky.billing.WriteBill, a command of the module 'billing'")
        .hasMessageContaining(
            "com.acme.leaky.orders.Caller of the module 'orders' uses com.acme.leaky.billing.Bills, a command handler of the module 'billing'");
  }

  @Test
  void events_of_other_modules_are_used() {
    assertThat(leaky.violations()).hasSize(3).noneMatch(each -> each.contains("Listener"));
    assertThat(Modules.beside(Billing.class).violations()).isEmpty();
  }

  @Test
  void modules_are_found_by_their_packages() {
    assertThat(leaky.names()).containsExactly("billing", "orders");
    assertThat(Modules.beside(Order.class).names()).containsExactly("billing", "orders");
  }

  @Test
  void where_there_are_no_modules_nothing_was_checked() {
    assertThatThrownBy(() -> Modules.of(ModulesTest.class).verify())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("@Module");
  }

  @Test
  void a_class_file_names_what_its_class_uses() throws IOException {
    try (var code = Sender.class.getResourceAsStream("Sender.class")) {
      assertThat(ClassFile.usedClasses(java.util.Objects.requireNonNull(code)))
          .contains("com.acme.leaky.billing.WriteBill", "io.orchestrix.command.CommandBus");
    }
    assertThatThrownBy(() -> ClassFile.usedClasses(new ByteArrayInputStream(new byte[10])))
        .isInstanceOf(IOException.class);
  }
}
