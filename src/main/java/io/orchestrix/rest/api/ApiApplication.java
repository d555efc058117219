package io.orchestrix.rest.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Contact;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** The API, beside whatever applications the WAR has. */
@ApplicationPath(ApiApplication.PATH)
@OpenAPIDefinition(
    info =
        @Info(
            title = "Orchestrix",
            version = "1",
            description = "What operators see and do, and what other programs send.",
            contact = @Contact(name = "Those who operate the application"),
            license =
                @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")),
    components =
        @Components(
            responses =
                @APIResponse(
                    name = ApiApplication.PROBLEM,
                    description = "It was refused, or failed: problem details (RFC 9457).",
                    content =
                        @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemView.class)))))
@SecurityScheme(
    securitySchemeName = ApiApplication.LOGIN,
    type = SecuritySchemeType.HTTP,
    scheme = "basic",
    description =
        "Or whatever login the application has: a form, a token, a provider of identities.")
public class ApiApplication extends Application {

  static final String PATH = "orchestrix/api";

  /** How a caller is known. */
  static final String LOGIN = "login";

  /** What every part of the API may answer. */
  static final String PROBLEM = "problem";

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        ApiRoot.class,
        AccessFilter.class,
        BrowserFilter.class,
        HeadersFilter.class,
        EmptyBodyFilter.class,
        BodyReader.class,
        AnswerWriter.class,
        WebFailureMapper.class,
        FaultMapper.class);
  }
}
