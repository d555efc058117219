package io.orchestrix.examples.banking;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The bank over HTTP, below {@code /banking/api}. */
@ApplicationPath("/api")
public class BankingApplication extends Application {}
