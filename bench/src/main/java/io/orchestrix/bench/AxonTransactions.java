package io.orchestrix.bench;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.ConnectionWrapperFactory;
import org.axonframework.common.jdbc.ConnectionWrapperFactory.NoOpCloseHandler;
import org.axonframework.common.jdbc.JdbcException;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.jspecify.annotations.Nullable;

/** A transaction is a connection that stays with its thread, as Spring would have it. */
final class AxonTransactions implements TransactionManager, ConnectionProvider {

  private final DataSource pool;

  @SuppressWarnings("ThreadLocalUsage") // one instance in the benchmark
  private final ThreadLocal<@Nullable Connection> bound = new ThreadLocal<>();

  AxonTransactions(DataSource pool) {
    this.pool = pool;
  }

  @Override
  public Connection getConnection() {
    Connection connection = bound.get();
    if (connection == null) {
      throw new IllegalStateException("There is no transaction.");
    }
    return ConnectionWrapperFactory.wrap(connection, new NoOpCloseHandler());
  }

  @Override
  public Transaction startTransaction() {
    if (bound.get() != null) {
      return new Joined();
    }
    try {
      Connection connection = pool.getConnection();
      bound.set(connection);
      return new Own(connection);
    } catch (SQLException e) {
      throw new JdbcException("No connection", e);
    }
  }

  /** Its owner ends it. */
  private static final class Joined implements Transaction {
    @Override
    public void commit() {}

    @Override
    public void rollback() {}
  }

  private final class Own implements Transaction {
    private final Connection connection;

    Own(Connection connection) {
      this.connection = connection;
    }

    @Override
    public void commit() {
      bound.remove();
      try (connection) {
        connection.commit();
      } catch (SQLException e) {
        throw new JdbcException("No commit", e);
      }
    }

    @Override
    public void rollback() {
      bound.remove();
      try (connection) {
        connection.rollback();
      } catch (SQLException e) {
        throw new JdbcException("No rollback", e);
      }
    }
  }
}
