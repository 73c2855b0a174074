/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.github.camelvideo.tools.diff;

import io.github.camelvideo.tools.diff.CatalogDiff.ActionChange;
import java.util.ArrayList;
import java.util.List;

/** Differences as lines for a person. */
public final class DiffText {

    private DiffText() {}

    /** The lines, without line feeds. */
    public static List<String> lines(CatalogDiff diff) {
        List<String> lines = new ArrayList<>();
        if (diff.isEmpty()) {
            lines.add("No differences.");
        }
        names(lines, "Actions added", diff.actionsAdded());
        names(lines, "Actions removed", diff.actionsRemoved());
        if (!diff.actionsChanged().isEmpty()) {
            lines.add("Actions changed (" + diff.actionsChanged().size() + ")");
            diff.actionsChanged().forEach(change -> action(lines, change));
        }
        names(lines, "Structures added", diff.typesAdded());
        names(lines, "Structures removed", diff.typesRemoved());
        if (!diff.typesChanged().isEmpty()) {
            lines.add("Structures changed (" + diff.typesChanged().size() + ")");
            diff.typesChanged().forEach((name, changes) -> {
                lines.add("  " + name);
                changes.forEach(change -> lines.add("    " + field(change)));
            });
        }
        return lines;
    }

    private static void names(List<String> lines, String title, List<String> names) {
        if (!names.isEmpty()) {
            lines.add(title + " (" + names.size() + ")");
            names.forEach(name -> lines.add("  " + name));
        }
    }

    private static void action(List<String> lines, ActionChange change) {
        lines.add("  " + change.action());
        change.request().forEach(field -> lines.add("    request   " + field(field)));
        change.response().forEach(field -> lines.add("    response  " + field(field)));
    }

    private static String field(FieldChange change) {
        return switch (change.kind()) {
            case ADDED -> "+ " + change.field() + ": " + change.to();
            case REMOVED -> "- " + change.field() + ": " + change.from();
            case TYPE -> "~ " + change.field() + ": " + change.from() + " -> " + change.to();
            case REQUIRED -> "~ " + change.field() + ": required " + change.from() + " -> " + change.to();
        };
    }
}
