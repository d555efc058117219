package com.acme.reminders;

import io.orchestrix.message.Command;

/** The wish that the report of the day be sent. */
public record SendReport(String to) implements Command {}
