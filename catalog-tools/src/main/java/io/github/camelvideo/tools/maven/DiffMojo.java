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
package io.github.camelvideo.tools.maven;

import io.github.camelvideo.tools.diff.DiffJson;
import io.github.camelvideo.tools.diff.DiffText;
import io.github.camelvideo.tools.document.DocumentException;
import io.github.camelvideo.tools.task.DiffTask;
import java.io.File;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Compares two files. Each is a catalog or a vendor's definition. The build fails if they differ. */
@Mojo(name = "diff", requiresProject = false, threadSafe = true)
public final class DiffMojo extends AbstractMojo {

    /** The older file. */
    @Parameter(property = "catalog.old", required = true)
    private File oldFile;

    /** The newer file. */
    @Parameter(property = "catalog.new", required = true)
    private File newFile;

    /** Whether to print JSON instead of text. */
    @Parameter(property = "catalog.json")
    private boolean json;

    /** Rules to use instead of the built-in ones. */
    @Parameter(property = "catalog.rules")
    private File rules;

    /** Whether differences fail the build. */
    @Parameter(property = "catalog.failOnDifference", defaultValue = "true")
    private boolean failOnDifference;

    @Override
    public void execute() throws MojoFailureException {
        DiffTask.Result result;
        try {
            result = DiffTask.run(oldFile.toPath(), newFile.toPath(), ImportMojo.path(rules));
        } catch (DocumentException e) {
            throw new MojoFailureException(e.getMessage(), e);
        }
        if (json) {
            getLog().info(DiffJson.text(result.older(), result.newer(), result.diff()));
        } else {
            DiffText.lines(result.diff()).forEach(getLog()::info);
        }
        if (failOnDifference && !result.diff().isEmpty()) {
            throw new MojoFailureException(
                    "The catalogs differ. Import the newer definitions, or set catalog.failOnDifference=false.");
        }
    }
}
