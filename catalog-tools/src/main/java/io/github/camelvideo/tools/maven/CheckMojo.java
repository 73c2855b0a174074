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

import io.github.camelvideo.tools.document.DocumentException;
import io.github.camelvideo.tools.task.CheckTask;
import java.io.File;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Checks catalogs as they are used: each base with its overlay, feeds and callbacks. The build fails if there are problems. */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
public final class CheckMojo extends AbstractMojo {

    /** Folders with catalogs, or files of APIs, which are checked with the files of the same API beside them. */
    @Parameter(property = "catalog.places", required = true)
    private List<File> places;

    @Override
    public void execute() throws MojoFailureException {
        CheckTask.Result result;
        try {
            result = CheckTask.run(places.stream().map(File::toPath).toList());
        } catch (DocumentException e) {
            throw new MojoFailureException(e.getMessage(), e);
        }
        result.problems().forEach(getLog()::error);
        if (!result.problems().isEmpty()) {
            throw new MojoFailureException(
                    "There are " + result.problems().size() + " problems in catalogs. They are listed above.");
        }
        getLog().info("Checked " + String.join(", ", result.apis()) + ": no problems.");
    }
}
