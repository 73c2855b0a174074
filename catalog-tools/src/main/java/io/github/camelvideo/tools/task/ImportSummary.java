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
package io.github.camelvideo.tools.task;

import io.github.camelvideo.tools.base.BaseAction;
import io.github.camelvideo.tools.base.BaseCatalog;
import io.github.camelvideo.tools.base.BaseField;
import io.github.camelvideo.tools.diff.CatalogDiff;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The result of an import as lines for a person. */
public final class ImportSummary {

    /** Notes that are shown; a file with hundreds of oddities does not bury the figures. */
    private static final int MOST_NOTES = 20;

    private ImportSummary() {}

    /** The lines, without line feeds. */
    public static List<String> lines(ImportTask.Result result) {
        BaseCatalog api = result.catalog();
        Collection<BaseAction> actions = api.actions().values();
        long removed = count(actions.stream().map(action -> action.removedIn() != null));
        long writes = count(actions.stream().map(BaseAction::mutates));
        List<String> lines = new ArrayList<>();
        lines.add(api.api() + " " + api.version() + " as of " + api.asOf() + " -> " + result.file());
        lines.add("  actions     " + actions.size() + ": " + (actions.size() - writes) + " read, " + writes
                + " change something, " + count(actions.stream().map(action -> action.paging() != null)) + " paged"
                + (removed == 0 ? "" : ", " + removed + " no longer defined"));
        lines.add("  parameters  "
                + actions.stream().mapToInt(action -> action.request().size()).sum());
        lines.add("  structures  " + api.types().size());
        lines.add("  secrets     " + count(fields(api).map(BaseField::secret)));
        if (result.since() != null) {
            lines.addAll(since(result));
        }
        result.definition().notes().stream().limit(MOST_NOTES).forEach(note -> lines.add("  note        " + note));
        int more = result.definition().notes().size() - MOST_NOTES;
        if (more > 0) {
            lines.add("  note        " + more + " more of this kind");
        }
        lines.add(
                String.format(Locale.ROOT, "  time        %.1f s", result.time().toMillis() / 1000.0));
        return lines;
    }

    private static List<String> since(ImportTask.Result result) {
        CatalogDiff diff = result.since();
        List<String> lines = new ArrayList<>();
        lines.add("  compared with the catalog that was there"
                + (result.existing().asOf() == null
                        ? ""
                        : ", as of " + result.existing().asOf()) + ":");
        if (diff.isEmpty()) {
            lines.add("    no differences");
            return lines;
        }
        names(lines, "added      ", diff.actionsAdded());
        names(lines, "removed    ", diff.actionsRemoved());
        names(
                lines,
                "changed    ",
                diff.actionsChanged().stream()
                        .map(CatalogDiff.ActionChange::action)
                        .toList());
        names(lines, "structures changed ", List.copyOf(diff.typesChanged().keySet()));
        lines.add("    structures added " + diff.typesAdded().size() + ", removed "
                + diff.typesRemoved().size());
        return lines;
    }

    private static void names(List<String> lines, String what, List<String> names) {
        if (!names.isEmpty()) {
            lines.add("    " + what + names.size() + ": " + String.join(", ", names));
        }
    }

    private static Stream<BaseField> fields(BaseCatalog api) {
        return Stream.concat(
                        api.actions().values().stream()
                                .flatMap(action -> Stream.of(action.request(), action.response())),
                        api.types().values().stream())
                .flatMap(List::stream);
    }

    private static long count(Stream<Boolean> marks) {
        return marks.filter(mark -> mark).count();
    }
}
