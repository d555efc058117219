package io.orchestrix.unitofwork;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.OptimisticLockException;
import jakarta.resource.ResourceException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseFailureTest {

  private static DatabaseFailure of(Throwable failure) {
    return DatabaseFailure.of(new IllegalStateException(new RuntimeException(failure)));
  }

  @ParameterizedTest
  @CsvSource({
    "40001, CONFLICT",
    "40P01, CONFLICT",
    "55P03, CONFLICT",
    "HYT00, CONFLICT",
    "90131, CONFLICT",
    "23505, DUPLICATE",
    "08000, UNAVAILABLE",
    "08006, UNAVAILABLE",
    "57P01, UNAVAILABLE",
    "57P02, UNAVAILABLE",
    "57P03, UNAVAILABLE",
    "25P03, UNAVAILABLE",
    "53300, UNAVAILABLE",
    "90067, UNAVAILABLE",
    "90098, UNAVAILABLE",
    "42P01, OTHER",
    "23514, OTHER",
    "'', OTHER",
    ", OTHER"
  })
  void the_sql_state_tells_what_happened(String state, DatabaseFailure expected) {
    assertThat(of(new SQLException("no", state))).isEqualTo(expected);
  }

  @Test
  void a_connection_that_is_gone_tells_it_by_its_class() {
    assertThat(of(new SQLTransientConnectionException())).isEqualTo(DatabaseFailure.UNAVAILABLE);
    assertThat(of(new SQLNonTransientConnectionException())).isEqualTo(DatabaseFailure.UNAVAILABLE);
    assertThat(of(new SQLRecoverableException())).isEqualTo(DatabaseFailure.UNAVAILABLE);
  }

  @Test
  void a_pool_that_has_no_connection_left_tells_it_by_the_class_of_the_cause() {
    ResourceException empty = new ResourceException("IJ000655: No managed connections available");
    assertThat(of(new SQLException(empty))).isEqualTo(DatabaseFailure.UNAVAILABLE);

    empty.initCause(new SQLException("deadlock", "40P01"));
    assertThat(of(new SQLException(empty))).isEqualTo(DatabaseFailure.CONFLICT);
  }

  @Test
  void the_first_cause_that_tells_counts() {
    SQLException outer = new SQLException("batch failed", "25P02");
    outer.initCause(new SQLException("deadlock", "40P01"));

    assertThat(of(outer)).isEqualTo(DatabaseFailure.CONFLICT);
  }

  @Test
  void the_next_exception_of_a_batch_tells_too() {
    SQLException batch = new SQLException("batch failed");
    batch.setNextException(new SQLException("deadlock", "40P01"));

    assertThat(of(batch)).isEqualTo(DatabaseFailure.CONFLICT);
  }

  @Test
  void what_a_failed_commit_has_suppressed_tells_too() {
    Exception rollback = new Exception("could not commit");
    rollback.addSuppressed(new Exception(new SQLException("gone", "57P01")));

    assertThat(of(rollback)).isEqualTo(DatabaseFailure.UNAVAILABLE);
  }

  @Test
  void what_comes_from_no_database_is_something_else() {
    assertThat(of(new IllegalStateException("40001"))).isEqualTo(DatabaseFailure.OTHER);
  }

  @Test
  void a_chain_of_causes_without_end_ends() {
    Exception a = new Exception("a");
    Exception b = new Exception("b", a);
    a.initCause(b);

    assertThat(of(a)).isEqualTo(DatabaseFailure.OTHER);
  }

  @Test
  void an_outdated_entity_of_the_application_is_a_conflict() {
    Exception failure = new RuntimeException(new OptimisticLockException());

    assertThat(DatabaseFailure.of(failure)).isEqualTo(DatabaseFailure.CONFLICT);
  }
}
