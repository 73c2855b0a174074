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
/**
 * Where credentials come from when none are configured: the environment and the file of Alibaba Cloud's own tools.
 *
 * <p>Promised to others: {@link io.github.camelvideo.aliyun.credentials.EnvironmentCredentials},
 * {@link io.github.camelvideo.aliyun.credentials.FileCredentials} and what
 * {@link io.github.camelvideo.aliyun.credentials.StandardCredentials} makes, to be used as {@code credentialsProvider}.
 */
package io.github.camelvideo.aliyun.credentials;
