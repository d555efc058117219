package io.orchestrix.it.footprint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Needs nothing but Jakarta REST. */
@ApplicationScoped
@Path("hello")
public class HelloResource {

  @GET
  public String hello() {
    return "hello";
  }
}
