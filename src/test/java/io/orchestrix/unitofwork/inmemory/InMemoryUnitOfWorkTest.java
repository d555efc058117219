package io.orchestrix.unitofwork.inmemory;

import static io.orchestrix.unitofwork.UnitOfWork.End.COMMITTED;
import static io.orchestrix.unitofwork.UnitOfWork.End.NOT_COMMITTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.unitofwork.RolledBackException;
import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.UnitOfWork.End;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InMemoryUnitOfWorkTest {

  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final List<End> ends = new ArrayList<>();

  @AfterEach
  void nothing_is_left_on_the_thread() {
    assertThat(unitOfWork.isActive()).isFalse();
  }

  private Object watched() {
    unitOfWork.afterEnd(ends::add);
    return unitOfWork.key();
  }

  private static Object raise(RuntimeException failure) {
    throw failure;
  }

  @Test
  void work_begins_a_unit_of_work_and_commits_it() throws Exception {
    boolean active =
        unitOfWork.call(
            () -> {
              watched();
              assertThat(ends).isEmpty();
              return unitOfWork.isActive();
            });

    assertThat(active).isTrue();
    assertThat(ends).containsExactly(COMMITTED);
  }

  @Test
  void nested_work_joins() throws Exception {
    unitOfWork.call(
        () -> {
          Object outer = watched();
          assertThat(unitOfWork.<Object>call(this::watched)).isEqualTo(outer);
          assertThat(ends).isEmpty();
          return "done";
        });

    assertThat(ends).containsExactly(COMMITTED, COMMITTED);
  }

  @Test
  void every_unit_of_work_has_a_key_of_its_own() {
    Object first = unitOfWork.get(unitOfWork::key);
    Object second = unitOfWork.get(unitOfWork::key);
    Object elsewhere =
        unitOfWork.get(
            () -> CompletableFuture.supplyAsync(() -> unitOfWork.get(unitOfWork::key)).join());

    assertThat(List.of(first, second, elsewhere)).doesNotHaveDuplicates();
  }

  @Test
  void outside_there_is_neither_a_key_nor_an_end() {
    assertThatThrownBy(unitOfWork::key).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> unitOfWork.afterEnd(ends::add))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void an_exception_leaves_as_it_is_and_rolls_back() {
    for (Exception failure : List.of(new IOException("no"), new SQLException("no", "40001"))) {
      assertThatThrownBy(
              () ->
                  unitOfWork.call(
                      () -> {
                        watched();
                        throw failure;
                      }))
          .isSameAs(failure);
    }
    assertThat(ends).containsExactly(NOT_COMMITTED, NOT_COMMITTED);
  }

  @Test
  void an_error_rolls_back_as_well() {
    AssertionError error = new AssertionError("no");

    assertThatThrownBy(
            () ->
                unitOfWork.call(
                    () -> {
                      watched();
                      throw error;
                    }))
        .isSameAs(error);
    assertThat(ends).containsExactly(NOT_COMMITTED);
  }

  @Test
  void a_failure_inside_an_outer_one_leaves_as_it_is() {
    IllegalStateException failure = new IllegalStateException("no");

    assertThatThrownBy(
            () ->
                unitOfWork.get(
                    () -> {
                      watched();
                      return unitOfWork.get(() -> raise(failure));
                    }))
        .isSameAs(failure);
    assertThat(ends).containsExactly(NOT_COMMITTED);
  }

  @Test
  void a_failure_that_was_caught_dooms_the_outer_one() {
    IllegalStateException first = new IllegalStateException("first");

    assertThatThrownBy(
            () ->
                unitOfWork.get(
                    () -> {
                      watched();
                      caught(first);
                      caught(new IllegalStateException("second"));
                      return "answer";
                    }))
        .isInstanceOf(RolledBackException.class)
        .hasMessageStartingWith("ORX-2003")
        .hasCause(first);
    assertThat(ends).containsExactly(NOT_COMMITTED);
  }

  @Test
  void an_error_that_was_caught_dooms_the_outer_one_as_well() {
    AssertionError error = new AssertionError("no");

    assertThatThrownBy(
            () ->
                unitOfWork.get(
                    () -> {
                      assertThatThrownBy(
                              () ->
                                  unitOfWork.get(
                                      () -> {
                                        throw error;
                                      }))
                          .isSameAs(error);
                      return "answer";
                    }))
        .isInstanceOf(RolledBackException.class)
        .hasCause(error);
  }

  private void caught(RuntimeException failure) {
    assertThatThrownBy(() -> unitOfWork.get(() -> raise(failure))).isSameAs(failure);
  }

  @Test
  void everybody_is_told_once_in_order_and_outside_though_others_fail() {
    List<String> told = new ArrayList<>();
    RuntimeException failure = new IllegalStateException("no");
    AssertionError error = new AssertionError("no");

    List<Throwable> logged =
        logged(
            () ->
                unitOfWork.get(
                    () -> {
                      unitOfWork.afterEnd(end -> told.add("first " + unitOfWork.isActive()));
                      unitOfWork.afterEnd(end -> raise(failure));
                      unitOfWork.afterEnd(
                          end -> {
                            throw error;
                          });
                      unitOfWork.afterEnd(end -> told.add("last " + unitOfWork.isActive()));
                      return "answer";
                    }));

    assertThat(told).containsExactly("first false", "last false");
    assertThat(logged).containsExactly(failure, error);
  }

  private static List<Throwable> logged(Runnable work) {
    List<Throwable> logged = new ArrayList<>();
    Logger logger = Logger.getLogger(OpenWork.class.getName());
    logger.setFilter(
        entry -> {
          logged.add(entry.getThrown());
          return false;
        });
    try {
      work.run();
    } finally {
      logger.setFilter(null);
    }
    return logged;
  }

  @Test
  void who_is_told_may_begin_a_unit_of_work() {
    unitOfWork.get(
        () -> {
          unitOfWork.afterEnd(end -> unitOfWork.get(this::watched));
          return "done";
        });

    assertThat(ends).containsExactly(COMMITTED);
  }

  @Test
  void work_outside_has_no_unit_of_work_and_the_own_one_waits() {
    unitOfWork.get(
        () -> {
          Object own = watched();
          unitOfWork.runOutside(
              () -> {
                assertThat(unitOfWork.isActive()).isFalse();
                assertThat(unitOfWork.get(this::watched)).isNotEqualTo(own);
                assertThat(ends).containsExactly(COMMITTED);
              });
          assertThat(unitOfWork.key()).isEqualTo(own);
          return "done";
        });
    unitOfWork.runOutside(() -> assertThat(unitOfWork.isActive()).isFalse());

    assertThat(ends).containsExactly(COMMITTED, COMMITTED);
  }

  @Test
  void a_failure_outside_leaves_the_own_one_in_place() {
    unitOfWork.get(
        () -> {
          Object own = watched();
          assertThatThrownBy(
                  () -> unitOfWork.runOutside(() -> raise(new IllegalStateException("no"))))
              .hasMessage("no");
          return assertThat(unitOfWork.key()).isEqualTo(own);
        });

    assertThat(ends).containsExactly(COMMITTED);
  }

  @Test
  void another_thread_is_outside() {
    boolean inside =
        unitOfWork.get(() -> CompletableFuture.supplyAsync(unitOfWork::isActive).join());

    assertThat(inside).isFalse();
  }
}
