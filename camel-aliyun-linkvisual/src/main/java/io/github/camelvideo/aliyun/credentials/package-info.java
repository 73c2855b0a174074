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
 * Where credentials come from where none are configured: the environment and the files of Alibaba Cloud's own tools; and temporary keys of roles.
 *
 * <p>Public API, to be set as {@code credentialsProvider}: the providers of
 * {@link io.github.camelvideo.aliyun.credentials.AliyunCredentials},
 * {@link io.github.camelvideo.aliyun.credentials.AliyunInstanceRoleCredentialsProvider},
 * {@link io.github.camelvideo.aliyun.credentials.AliyunAssumeRoleCredentialsProvider} and
 * {@link io.github.camelvideo.aliyun.credentials.AliyunOidcCredentialsProvider}.
 */
package io.github.camelvideo.aliyun.credentials;
