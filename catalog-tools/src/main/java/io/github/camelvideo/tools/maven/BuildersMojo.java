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
import io.github.camelvideo.tools.task.BuildersTask;
import java.io.File;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** Writes Java source with a builder for each action of APIs, and compiles it with the project. */
@Mojo(name = "builders", defaultPhase = LifecyclePhase.GENERATE_SOURCES, requiresProject = false, threadSafe = true)
public final class BuildersMojo extends AbstractMojo {

    @Parameter(defaultValue = "${project}", readonly = true)
    private MavenProject project;

    /** Names of the APIs in URIs; by default, all built-in ones, with the classes that the builders of other APIs extend. */
    @Parameter(property = "catalog.apis")
    private List<String> apis;

    /** Folders and JSON documents with catalogs, separated by commas, such as {@code file:catalogs}; by default, the built-in ones alone. */
    @Parameter(property = "catalog.catalogs")
    private String catalogs;

    /** Package of the classes; must be set if APIs are named. */
    @Parameter(property = "catalog.package")
    private String packageName;

    /** Root folder of the source. */
    @Parameter(
            property = "catalog.out",
            defaultValue = "${project.build.directory}/generated-sources/endpoint-builders")
    private File out;

    @Override
    public void execute() throws MojoFailureException {
        try {
            if (apis == null || apis.isEmpty()) {
                BuildersTask.builtIn(out.toPath()).forEach(this::report);
            } else if (packageName == null) {
                throw new MojoFailureException(
                        "packageName: must be set to the package of the builders, such as com.example.");
            } else {
                apis.forEach(api -> report(BuildersTask.api(api, catalogs, packageName, out.toPath())));
            }
        } catch (DocumentException e) {
            throw new MojoFailureException(e.getMessage(), e);
        }
        project.addCompileSourceRoot(out.getPath());
    }

    private void report(BuildersTask.Result result) {
        getLog().info(result.toString());
    }
}
