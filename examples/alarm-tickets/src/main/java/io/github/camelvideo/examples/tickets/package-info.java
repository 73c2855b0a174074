/** An application: alarms of cameras become tickets. Start reading at {@code AlarmRoutes}. */
package io.github.camelvideo.examples.tickets;
