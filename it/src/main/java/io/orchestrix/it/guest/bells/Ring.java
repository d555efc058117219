package io.orchestrix.it.guest.bells;

import io.orchestrix.message.Command;

/** Ring a bell. */
public record Ring(String bellId) implements Command {}
