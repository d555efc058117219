package io.orchestrix.examples.banking.balance;

import io.orchestrix.projection.Projections;
import io.orchestrix.query.HandlesQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;

/** Answers from the version of the read model that is live at that moment. */
@ApplicationScoped
class BalanceQueries {

  private static final String OF_EVERYBODY =
      "select b from Balance b where b.key.version = :version"
          + " and b.key.accountId > :after order by b.key.accountId";

  private static final String OF_OWNER =
      "select b from Balance b where b.key.version = :version and b.owner = :owner"
          + " and b.key.accountId > :after order by b.key.accountId";

  private static final String LINES =
      "select l from StatementLine l where l.key.version = :version"
          + " and l.key.accountId = :account and l.key.position > :after order by l.key.position";

  @PersistenceContext(unitName = "bank")
  EntityManager entities;

  @Inject Projections projections;

  AccountBalance balance(@HandlesQuery(reads = Balances.NAME) BalanceOf query) {
    return find(query.accountId(), version());
  }

  AccountPage accounts(@HandlesQuery(reads = Balances.NAME) ListAccounts query) {
    String owner = query.owner();
    TypedQuery<Balance> rows =
        entities
            .createQuery(owner == null ? OF_EVERYBODY : OF_OWNER, Balance.class)
            .setParameter("version", version())
            .setParameter("after", query.after())
            .setMaxResults(query.limit() + 1); // one more tells whether there is a next page
    if (owner != null) {
      rows.setParameter("owner", owner);
    }
    List<AccountBalance> found = rows.getResultStream().map(Balance::view).toList();
    List<AccountBalance> page = cut(found, query.limit());
    return new AccountPage(page, hasNext(found, page) ? last(page).accountId() : null);
  }

  Statement statement(@HandlesQuery(reads = Balances.NAME) StatementOf query) {
    int version = version();
    AccountBalance account = find(query.accountId(), version);
    List<Booking> found =
        entities
            .createQuery(LINES, StatementLine.class)
            .setParameter("version", version)
            .setParameter("account", account.accountId())
            .setParameter("after", query.after())
            .setMaxResults(query.limit() + 1)
            .getResultStream()
            .map(StatementLine::view)
            .toList();
    List<Booking> page = cut(found, query.limit());
    Long next = hasNext(found, page) ? last(page).position() : null;
    return new Statement(account.accountId(), page, next);
  }

  private int version() {
    return projections.live(Balances.NAME).version();
  }

  private AccountBalance find(String accountId, int version) {
    Balance found = entities.find(Balance.class, new AccountKey(version, accountId));
    if (found == null) {
      throw new UnknownBalanceException(accountId);
    }
    return found.view();
  }

  private static <T> List<T> cut(List<T> found, int limit) {
    return found.subList(0, Math.min(found.size(), limit));
  }

  private static boolean hasNext(List<?> found, List<?> page) {
    return found.size() > page.size();
  }

  private static <T> T last(List<T> page) {
    return page.get(page.size() - 1);
  }
}
