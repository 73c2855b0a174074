package io.github.camelvideo.examples.tickets;

import java.nio.file.Path;
import org.apache.camel.CamelContext;

/** What {@code application.properties}, the environment and {@code -D} say, the latter before the former. */
final class Settings {

    private final CamelContext context;

    Settings(CamelContext context) {
        this.context = context;
    }

    /** A value with its placeholders filled in; empty when the key has none. */
    String text(String key) {
        return context.resolvePropertyPlaceholders("{{" + key + ":}}").trim();
    }

    /** Zero or more. */
    int number(String key) {
        String text = text(key);
        try {
            int number = Integer.parseInt(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(key + "=" + text + " is no number", e);
        }
        throw new IllegalArgumentException(key + "=" + text + " must not be negative");
    }

    /** Where this run keeps its files: one directory for each cloud, whose positions and alarms have nothing in common. */
    Path directory() {
        return Path.of(text("data.dir"), text("cloud")).toAbsolutePath().normalize();
    }

    /** Whether the cloud is the simulator of this process. */
    boolean isSimulated() {
        String cloud = text("cloud");
        return switch (cloud) {
            case "simulator" -> true;
            case "tencent" -> false;
            default -> throw new IllegalArgumentException("cloud=" + cloud + " must be simulator or tencent");
        };
    }

    /** Whether the broker is the one of this process. */
    boolean isBrokerEmbedded() {
        return text("broker.url").equals(EmbeddedBroker.URL);
    }
}
