package io.orchestrix.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.unitofwork.UnitOfWork.End;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThreadUnitOfWorkTest {

  private final ThreadUnitOfWork unitOfWork = new ThreadUnitOfWork();
  private final List<Object> seen = new ArrayList<>();

  @Test
  void what_is_inside_joins_and_those_who_wait_are_told_of_the_end() throws Exception {
    unitOfWork.call(
        () -> {
          Object outer = unitOfWork.key();
          unitOfWork.call(() -> seen.add(unitOfWork.key() == outer));
          unitOfWork.afterEnd(end -> seen.add(end + " " + unitOfWork.isActive()));
          unitOfWork.runOutside(() -> seen.add(unitOfWork.isActive()));
          return seen.add(unitOfWork.isActive());
        });

    assertThat(seen).containsExactly(true, false, true, End.COMMITTED + " false");
  }

  @Test
  void a_failure_is_no_commit() {
    assertThatThrownBy(
            () ->
                unitOfWork.get(
                    () -> {
                      unitOfWork.afterEnd(seen::add);
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");

    assertThat(seen).containsExactly(End.NOT_COMMITTED);
    assertThat(unitOfWork.isActive()).isFalse();
    assertThatThrownBy(unitOfWork::key).isInstanceOf(IllegalStateException.class);
  }
}
