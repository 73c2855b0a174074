package io.github.camelvideo.examples.tickets;

import java.time.Instant;

/** A row of the tickets' table. */
record Ticket(long number, Instant alarmTime, Alarm alarm) {}
