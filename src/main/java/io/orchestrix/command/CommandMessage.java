package io.orchestrix.command;

import io.orchestrix.message.Command;
import io.orchestrix.message.Metadata;

/** A command on its way, with its metadata. */
public record CommandMessage(Command payload, Metadata metadata) {}
