package io.orchestrix.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.orchestrix.OrchestrixException;
import io.orchestrix.command.CommandMessage;
import io.orchestrix.command.HandlesCommand;
import io.orchestrix.harness.Container;
import io.orchestrix.harness.TestDatabase;
import io.orchestrix.message.Command;
import io.orchestrix.message.MetadataFactory;
import io.orchestrix.query.HandlesQuery;
import io.orchestrix.query.Query;
import jakarta.ejb.ApplicationException;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.ejb.EJBTransactionRolledbackException;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is particular to handlers in EJBs; without a server, other beans stand in for them. */
class SessionBeanHandlerTest {

  record Ask(Exception failure) implements Command {}

  record Tell() implements Command {}

  @Dependent
  static class Failing {
    public void ask(@HandlesCommand Ask command) throws Exception {
      throw command.failure();
    }
  }

  @Dependent
  static class PackagePrivate {
    void tell(@HandlesCommand Tell command) {}
  }

  record Count() implements Query<Integer> {}

  @Dependent
  static class PackagePrivateCount {
    int count(@HandlesQuery Count query) {
      return 1;
    }
  }

  private static Container container;

  @BeforeAll
  static void start() {
    container =
        Container.start(
            TestDatabase.h2(), Failing.class, PackagePrivate.class, PackagePrivateCount.class);
  }

  @AfterAll
  static void stop() {
    container.close();
  }

  private static HandlerMethod handler(Class<?> type, boolean ofSessionBean) {
    BeanManager beans = container.get(BeanManager.class);
    return beans.createAnnotatedType(type).getMethods().stream()
        .map(
            method -> new HandlerMethod(beans.resolve(beans.getBeans(type)), method, ofSessionBean))
        .findFirst()
        .orElseThrow();
  }

  private static Throwable thrown(Exception failure, boolean ofSessionBean) {
    HandlerInvoker invoker =
        new HandlerInvoker(handler(Failing.class, ofSessionBean), container.get(BeanManager.class));
    CommandMessage message =
        new CommandMessage(
            new Ask(failure), container.get(MetadataFactory.class).create("Ask", null));
    return catchThrowable(() -> invoker.invoke(message));
  }

  @Test
  void a_handler_of_an_ejb_is_public() {
    assertThat(HandlerRules.check(handler(Failing.class, true))).isEmpty();
    assertThat(HandlerRules.check(handler(PackagePrivate.class, false))).isEmpty();
    assertThat(HandlerRules.check(handler(PackagePrivate.class, true)).map(Mistake::text))
        .get()
        .asString()
        .startsWith("ORX-6017 " + PackagePrivate.class.getName() + ".tell(Tell)")
        .contains("not public", "Make it public");
  }

  @Test
  void a_handler_of_queries_of_an_ejb_is_public_too() {
    assertThat(HandlerRules.check(handler(PackagePrivateCount.class, false))).isEmpty();
    assertThat(HandlerRules.check(handler(PackagePrivateCount.class, true)).map(Mistake::text))
        .get()
        .asString()
        .startsWith("ORX-6017 " + PackagePrivateCount.class.getName() + ".count(Count)");
  }

  @Test
  void what_the_ejb_container_wraps_comes_out_as_it_was_thrown() {
    Exception thrown = new IllegalArgumentException("no");

    assertThat(thrown(thrown, true)).isSameAs(thrown);
    assertThat(thrown(new EJBException(thrown), true)).isSameAs(thrown);
    assertThat(thrown(new EJBTransactionRolledbackException("", new EJBException(thrown)), true))
        .isSameAs(thrown);
  }

  @Test
  void what_the_ejb_container_throws_by_itself_stays() {
    Exception refused = new EJBAccessException("not you");

    assertThat(thrown(refused, true)).isSameAs(refused);
  }

  @Test
  void an_ejb_exception_of_another_bean_stays() {
    Exception wrapper = new EJBException(new IllegalArgumentException("no"));

    assertThat(thrown(wrapper, false)).isSameAs(wrapper);
  }

  @Test
  void our_exceptions_leave_an_ejb_unwrapped() {
    assertThat(
            Optional.ofNullable(
                OrchestrixException.class.getAnnotation(ApplicationException.class)))
        .get()
        .extracting(ApplicationException::inherited)
        .isEqualTo(true);
  }
}
