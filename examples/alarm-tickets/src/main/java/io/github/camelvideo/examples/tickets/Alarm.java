package io.github.camelvideo.examples.tickets;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What the desk needs to know of an alarm, as the vendor names it.
 *
 * @param id a name and no number: nobody counts with it, and text keeps every digit
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Alarm(
        @JsonProperty("Id") String id,
        @JsonProperty("DeviceName") String device,
        @JsonProperty("WarnChannel") String channel,
        @JsonProperty("WarnLevel") int level,
        @JsonProperty("WarnMode") int mode,
        @JsonProperty("WarnType") int type) {}
