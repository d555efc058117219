package io.orchestrix.unitofwork.jta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.arjuna.ats.jta.TransactionManager;
import io.orchestrix.harness.Container;
import io.orchestrix.harness.TestDatabase;
import io.orchestrix.unitofwork.ConflictException;
import io.orchestrix.unitofwork.OutcomeUnknownException;
import io.orchestrix.unitofwork.RolledBackException;
import io.orchestrix.unitofwork.UnavailableException;
import io.orchestrix.unitofwork.UnitOfWork;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.Transaction;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class JtaUnitOfWorkTest {

  private static Container container;
  private static UnitOfWork unitOfWork;

  @BeforeAll
  static void start() {
    container = Container.start(TestDatabase.h2());
    unitOfWork = container.get(UnitOfWork.class);
  }

  @AfterAll
  static void stop() {
    container.close();
  }

  @AfterEach
  void nothing_is_left_on_the_thread() throws Exception {
    assertThat(unitOfWork.isActive()).isFalse();
    assertThat(transaction()).isNull();
  }

  private static Transaction transaction() throws Exception {
    return TransactionManager.transactionManager().getTransaction();
  }

  private static RuntimeException sql(String state) {
    return new IllegalStateException(new SQLException("no", state));
  }

  /** Remembers how the transaction of this thread ends. */
  private static List<Integer> endOfTransaction(Runnable beforeCommit) throws Exception {
    List<Integer> end = new ArrayList<>();
    transaction()
        .registerSynchronization(
            new Synchronization() {
              @Override
              public void beforeCompletion() {
                beforeCommit.run();
              }

              @Override
              public void afterCompletion(int status) {
                end.add(status);
              }
            });
    return end;
  }

  @Test
  void work_begins_a_transaction_and_commits_it() throws Exception {
    List<Integer> end = unitOfWork.call(() -> endOfTransaction(() -> {}));

    assertThat(end).containsExactly(Status.STATUS_COMMITTED);
  }

  @Test
  void nested_work_joins() throws Exception {
    boolean same =
        unitOfWork.call(
            () -> {
              Transaction outer = transaction();
              return unitOfWork.call(() -> transaction().equals(outer));
            });

    assertThat(same).isTrue();
  }

  @Test
  void an_exception_leaves_as_it_is_and_rolls_back() {
    IOException failure = new IOException("no");
    List<List<Integer>> ends = new ArrayList<>();

    assertThatThrownBy(
            () ->
                unitOfWork.call(
                    () -> {
                      ends.add(endOfTransaction(() -> {}));
                      throw failure;
                    }))
        .isSameAs(failure);
    assertThat(ends).containsExactly(List.of(Status.STATUS_ROLLEDBACK));
  }

  @Test
  void a_transaction_that_somebody_marked_is_not_taken_for_committed() {
    assertThatThrownBy(
            () ->
                unitOfWork.call(
                    () -> {
                      transaction().setRollbackOnly();
                      return "answer";
                    }))
        .isInstanceOf(RolledBackException.class)
        .hasMessageStartingWith("ORX-2003");
  }

  @Test
  void work_outside_has_no_transaction_and_the_own_one_waits() throws Exception {
    unitOfWork.call(
        () -> {
          Transaction own = transaction();
          unitOfWork.runOutside(() -> assertThat(unitOfWork.isActive()).isFalse());
          assertThat(transaction()).isEqualTo(own);
          return "done";
        });
  }

  @Test
  void a_failure_of_the_database_is_told_in_our_terms() {
    assertThatThrownBy(() -> unitOfWork.get(() -> raise(sql("40001"))))
        .isInstanceOf(ConflictException.class);
    assertThatThrownBy(() -> unitOfWork.get(() -> raise(sql("57P01"))))
        .isInstanceOf(UnavailableException.class);
    RuntimeException other = sql("42P01");
    assertThatThrownBy(() -> unitOfWork.get(() -> raise(other))).isSameAs(other);
  }

  @Test
  void a_failure_of_the_commit_is_told_in_our_terms() {
    assertThatThrownBy(() -> unitOfWork.call(() -> endOfTransaction(() -> raise(sql("40001")))))
        .isInstanceOf(ConflictException.class);
    assertThatThrownBy(() -> unitOfWork.call(() -> endOfTransaction(() -> raise(sql("08006")))))
        .isInstanceOf(OutcomeUnknownException.class);
  }

  private static Object raise(RuntimeException failure) {
    throw failure;
  }
}
