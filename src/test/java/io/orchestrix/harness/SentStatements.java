package io.orchestrix.harness;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/** Notes what is sent to the database: each statement, or batch of one, as it is executed. */
public final class SentStatements {

  private final List<String> sent = new CopyOnWriteArrayList<>();

  /** All that was sent since the last time it was asked. */
  public List<String> take() {
    List<String> taken = List.copyOf(sent);
    sent.clear();
    return taken;
  }

  DataSource watch(DataSource source) {
    return proxy(DataSource.class, source, "");
  }

  private <T> T proxy(Class<T> type, T target, String sql) {
    return type.cast(
        Proxy.newProxyInstance(
            SentStatements.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (target instanceof PreparedStatement && method.getName().startsWith("execute")) {
                sent.add(sql);
              }
              try {
                Object result = method.invoke(target, arguments);
                if (result instanceof PreparedStatement statement) {
                  return proxy(PreparedStatement.class, statement, (String) arguments[0]);
                }
                return result instanceof Connection connection
                    ? proxy(Connection.class, connection, "")
                    : result;
              } catch (InvocationTargetException e) {
                throw e.getTargetException();
              }
            }));
  }
}
