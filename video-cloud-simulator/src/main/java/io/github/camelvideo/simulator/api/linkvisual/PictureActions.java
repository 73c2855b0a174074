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
package io.github.camelvideo.simulator.api.linkvisual;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.AnswerBuilder;
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.world.LinkVisual;
import io.github.camelvideo.simulator.world.LinkVisualPicture;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Pictures of cameras, for events and on request. */
record PictureActions(LinkVisual world, Cameras cameras, AnswerBuilder answers, LifeCycleActions lives, Clock clock) {

    private static final Duration UPLOAD = Duration.ofSeconds(3);
    private static final int ON_REQUEST = 2;
    private static final int THUMBNAIL = 0;
    private static final int ORIGINAL = 1;
    private static final int BOTH = 2;

    ObjectNode capture(Parameters parameters) {
        String iotId = cameras.capturing(parameters);
        Instant now = clock.instant();
        return Data.of(
                world.addPicture(iotId, now, now.plus(UPLOAD), ON_REQUEST).id());
    }

    /** Nothing for a picture that is not known, or not there yet. */
    ObjectNode find(Parameters parameters) {
        String id = parameters.text("CaptureId");
        String iotId = cameras.owned(parameters);
        return world.pictures(iotId, lives.oldest(iotId), Instant.MAX).stream()
                .filter(picture -> picture.id().equals(id))
                .findFirst()
                .map(picture -> Data.of(show(picture, parameters.number("PictureType", BOTH))))
                .orElseGet(Data::none);
    }

    ObjectNode list(Parameters parameters) {
        String iotId = cameras.owned(parameters);
        TimeWindow window = TimeWindow.ofMillis(parameters).notBefore(lives.oldest(iotId));
        long source = parameters.number("PictureSource", 0);
        long type = parameters.number("PictureType", BOTH);
        List<LinkVisualPicture> pictures = world.pictures(iotId, window.begin(), window.end()).stream()
                .filter(picture -> source == 0 || picture.source() == source)
                .toList();
        return answers.page("QueryPictureFiles", parameters, pictures, picture -> show(picture, type));
    }

    private static ObjectNode show(LinkVisualPicture picture, long type) {
        String address = "https://linkvisual-pictures.example.com/" + picture.iotId() + "/" + picture.id();
        ObjectNode shown = Data.object()
                .put("IotId", picture.iotId())
                .put("PicId", picture.id())
                .put("PicCreateTime", picture.at().toEpochMilli());
        if (type == ORIGINAL || type == BOTH) {
            shown.put("PicUrl", address + ".jpg");
        }
        if (type == THUMBNAIL || type == BOTH) {
            shown.put("ThumbUrl", address + "_thumb.jpg");
        }
        return shown;
    }
}
