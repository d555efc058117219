package io.orchestrix.eventstore.jpa;

import jakarta.persistence.Query;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Typed results of native queries, which JPA types only at run time. */
final class Rows {

  private Rows() {}

  @SuppressWarnings("unchecked") // the query was made for Long.class
  static List<Long> of(Query query) {
    return query.getResultList();
  }

  static long single(Query query) {
    return (Long) query.getSingleResult();
  }

  static @Nullable Long singleOrNull(Query query) {
    return (Long) query.getSingleResult();
  }
}
