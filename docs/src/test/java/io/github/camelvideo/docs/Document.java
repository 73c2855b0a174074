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
package io.github.camelvideo.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Markdown file: its fenced blocks, and how it should read with all that is taken from elsewhere in its place. */
record Document(Path path, String text) {

    private static final Pattern MARK = Pattern.compile("<!--\\s*(.*?)\\s*-->");
    private static final Pattern GENERATED =
            Pattern.compile("(<!-- generated: (\\S+) -->\n).*?(<!-- end generated -->)", Pattern.DOTALL);

    static Document of(Path path) {
        return new Document(path, Project.read(path));
    }

    List<Fence> fences() {
        List<String> lines = text.lines().toList();
        List<Fence> fences = new ArrayList<>();
        int i = 0;
        while (i < lines.size()) {
            if (lines.get(i).startsWith("```")) {
                int end = i + 1;
                while (end < lines.size() && !lines.get(end).startsWith("```")) {
                    end++;
                }
                Matcher mark = MARK.matcher(i == 0 ? "" : lines.get(i - 1));
                fences.add(new Fence(
                        path.toString(),
                        i + 1,
                        lines.get(i).substring(3).strip(),
                        mark.matches() ? mark.group(1) : "",
                        String.join("\n", lines.subList(i + 1, Math.min(end, lines.size()))) + "\n"));
                i = end;
            }
            i++;
        }
        return fences;
    }

    /** The text with each snippet as its file has it and each generated part as the code makes it. */
    String renewed(Map<String, String> generated) {
        String withParts = GENERATED.matcher(text).replaceAll(found -> {
            String part = generated.get(found.group(2));
            if (part == null) {
                throw new IllegalArgumentException(path + ": nothing generates '" + found.group(2) + "'");
            }
            return Matcher.quoteReplacement(found.group(1) + part + found.group(3));
        });
        List<String> lines = new ArrayList<>(withParts.lines().toList());
        List<Fence> fences = new Document(path, withParts).fences();
        for (int i = fences.size() - 1; i >= 0; i--) {
            Fence fence = fences.get(i);
            if (fence.is("snippet")) {
                String code = Regions.of(fence.file(), Project.read(Project.snippetFile(fence.file())), fence.region());
                List<String> body = lines.subList(fence.line(), endOf(fence, lines));
                body.clear();
                body.addAll(code.lines().toList());
            }
        }
        return String.join("\n", lines) + "\n";
    }

    /** What people wrote: without the parts that the code makes. */
    String withoutGenerated() {
        return GENERATED.matcher(text).replaceAll("");
    }

    private static int endOf(Fence fence, List<String> lines) {
        int end = fence.line();
        while (!lines.get(end).startsWith("```")) {
            end++;
        }
        return end;
    }
}
