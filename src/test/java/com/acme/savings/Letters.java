package com.acme.savings;

/** Sends letters to people. */
@FunctionalInterface
interface Letters {

  void welcome(String owner);
}
