package io.orchestrix.it.guest.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** An application that leaves it to the server to find its classes. */
@ApplicationPath("/api")
public class WithoutClasses extends Application {}
