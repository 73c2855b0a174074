/**
 * Where credentials come from when none are configured: the environment and the files Tencent's own tools use.
 *
 * <p>Promised to others: {@link io.github.camelvideo.tencent.credentials.EnvironmentCredentials},
 * {@link io.github.camelvideo.tencent.credentials.FileCredentials} and what
 * {@link io.github.camelvideo.tencent.credentials.StandardCredentials} makes, to be used as {@code credentialsProvider}.
 */
package io.github.camelvideo.tencent.credentials;
