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
import io.github.camelvideo.tools.task.MetadataTask;
import java.io.File;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Writes the metadata of components with every API, action and parameter, for tools that check and complete URIs. */
@Mojo(name = "metadata", defaultPhase = LifecyclePhase.GENERATE_RESOURCES, requiresProject = false, threadSafe = true)
public final class MetadataMojo extends AbstractMojo {

    /** Components, such as {@code tencent-video}. */
    @Parameter(property = "catalog.schemes", required = true)
    private List<String> schemes;

    /** Folders and JSON documents with more catalogs, separated by commas, such as {@code file:catalogs}; by default, the built-in ones alone. */
    @Parameter(property = "catalog.catalogs")
    private String catalogs;

    /** Folder of the documents, which are called {@code <scheme>.json}; by default, the working directory. */
    @Parameter(property = "catalog.out")
    private File out;

    /** Whether a URI must have the parameters that the vendor requires; by default, messages may carry them. */
    @Parameter(property = "catalog.required", defaultValue = "false")
    private boolean required;

    @Override
    public void execute() throws MojoFailureException {
        try {
            for (String scheme : schemes) {
                getLog().info(MetadataTask.run(scheme, catalogs, ImportMojo.path(out), required)
                        .toString());
            }
        } catch (DocumentException e) {
            throw new MojoFailureException(e.getMessage(), e);
        }
    }
}
