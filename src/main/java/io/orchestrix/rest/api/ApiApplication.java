package io.orchestrix.rest.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The API, beside whatever applications the WAR has. */
@ApplicationPath(ApiApplication.PATH)
public class ApiApplication extends Application {

  static final String PATH = "orchestrix/api";

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        ApiRoot.class,
        AccessFilter.class,
        BrowserFilter.class,
        HeadersFilter.class,
        AnswerWriter.class,
        WebFailureMapper.class,
        FaultMapper.class);
  }
}
