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
package io.github.camelvideo.simulator.api.live;

/** What every push of the world is like. */
final class PushFigures {

    static final int VIDEO_BITS_PER_SECOND = 2_000_000;
    static final int AUDIO_BITS_PER_SECOND = 64_000;
    static final double MBPS = (VIDEO_BITS_PER_SECOND + AUDIO_BITS_PER_SECOND) / 1e6;
    static final int VIDEO_FPS = 30;
    static final int AUDIO_FPS = 43;
    static final int AUDIO_SAMPLE_RATE = 44_100;
    static final String RESOLUTION = "1280*720";

    private PushFigures() {}
}
