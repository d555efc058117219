package io.orchestrix.it.footprint;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Serves every resource of its WAR. */
@ApplicationPath("api")
public class HelloApplication extends Application {}
