package io.orchestrix.command;

import java.lang.reflect.Type;

/**
 * Where a command goes.
 *
 * @param handler handles it
 * @param answer what the handler declares to return
 * @param description the handler, for people
 */
public record Route(CommandHandler handler, Type answer, String description) {}
