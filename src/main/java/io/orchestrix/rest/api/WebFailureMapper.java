package io.orchestrix.rest.api;

import io.orchestrix.rest.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;

/** Answers with problem+json where the server itself refuses a request. */
@ApplicationScoped
public class WebFailureMapper implements ExceptionMapper<WebApplicationException> {

  @Context UriInfo uriInfo;

  @Override
  public Response toResponse(WebApplicationException failure) {
    Response given = failure.getResponse();
    int status = given.getStatus();
    if (status < 400) {
      return given; // a redirect, or nothing new
    }
    if (status >= 500) {
      return FaultMapper.answer(failure, uriInfo);
    }
    Response.ResponseBuilder answer =
        Response.fromResponse(
            Problem.of("ORX-7010", status, detail(status), uriInfo.getRequestUri().getRawPath())
                .toResponse());
    for (String name : new String[] {HttpHeaders.ALLOW, HttpHeaders.WWW_AUTHENTICATE}) {
      if (given.getHeaderString(name) != null) {
        answer.header(name, given.getHeaderString(name));
      }
    }
    return answer.build();
  }

  private static String detail(int status) {
    return switch (status) {
      case 401 -> "Nobody is logged in. Log in as the application asks for it.";
      case 403 -> "The caller lacks a role. Ask for it, or let the server map yours to it.";
      case 404 ->
          "There is nothing at this address. The document of the API lists those there are.";
      case 405 -> "This address does not take that method; the header Allow says which it takes.";
      case 406 -> "There is no answer of a media type that the header Accept admits.";
      case 415 -> "The body has a media type that is not taken here.";
      default -> "The request is not understood. The document of the API says what is.";
    };
  }
}
