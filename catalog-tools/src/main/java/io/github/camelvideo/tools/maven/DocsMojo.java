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
import io.github.camelvideo.tools.task.DocsTask;
import java.io.File;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Writes the reference page of an API in Markdown. */
@Mojo(name = "docs", requiresProject = false, threadSafe = true)
public final class DocsMojo extends AbstractMojo {

    /** Name of the API in URIs. */
    @Parameter(property = "catalog.api", required = true)
    private String api;

    /** Folders and JSON documents with catalogs, separated by commas, such as {@code file:catalogs}; by default, the built-in ones alone. */
    @Parameter(property = "catalog.catalogs")
    private String catalogs;

    /** File to write; by default, {@code <api>.md} in the working directory. */
    @Parameter(property = "catalog.out")
    private File out;

    @Override
    public void execute() throws MojoFailureException {
        try {
            DocsTask.Result result = DocsTask.run(api, catalogs, ImportMojo.path(out));
            getLog().info(result.api().id() + ": " + result.api().actions().size() + " actions -> " + result.file());
        } catch (DocumentException e) {
            throw new MojoFailureException(e.getMessage(), e);
        }
    }
}
