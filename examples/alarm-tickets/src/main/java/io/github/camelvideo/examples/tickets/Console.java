package io.github.camelvideo.examples.tickets;

import java.io.PrintStream;

/** The only way to the user's screen; everything else goes to the log. Used by several threads. */
final class Console {

    private final PrintStream out;

    Console(PrintStream out) {
        this.out = out;
    }

    void print(String line) {
        out.println(line);
        out.flush();
    }
}
