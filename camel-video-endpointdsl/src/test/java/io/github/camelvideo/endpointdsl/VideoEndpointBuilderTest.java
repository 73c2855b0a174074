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
package io.github.camelvideo.endpointdsl;

import static io.github.camelvideo.endpointdsl.aliyun.Linkvisual.linkvisual;
import static io.github.camelvideo.endpointdsl.tencent.Iotvideoindustry.iotvideoindustry;
import static io.github.camelvideo.endpointdsl.tencent.Live.live;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvideo.FeedMode;
import io.github.camelvideo.endpointdsl.tencent.Live;
import io.github.camelvideo.paging.PagingMode;
import java.time.Duration;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What builders make of values. */
class VideoEndpointBuilderTest {

    private final CamelContext context = new DefaultCamelContext();

    @AfterEach
    void close() throws Exception {
        context.close();
    }

    @Test
    void optionsAndParametersStandInTheirOrder() {
        assertThat(live().describeLiveStreamEventList()
                        .streamName("lobby")
                        .callback("/live/events")
                        .lookback(Duration.ofMinutes(30))
                        .delay(60_000)
                        .mode(FeedMode.FEED)
                        .schedulerProperties("cron", "0/5 * * * * ?")
                        .getRawUri())
                .isEqualTo("tencent-video:live/DescribeLiveStreamEventList?StreamName=lobby&callback=/live/events"
                        + "&lookback=PT30M&delay=60000&mode=FEED&scheduler.cron=RAW(0/5 * * * * ?)");
        assertThat(iotvideoindustry()
                        .describeDeviceList()
                        .limit(20)
                        .deviceTypes(List.of(2, 3))
                        .paging(PagingMode.STREAM)
                        .getRawUri())
                .isEqualTo("tencent-video:iotvideoindustry/DescribeDeviceList?Limit=20&DeviceTypes=2,3&paging=STREAM");
        assertThat(linkvisual()
                        .queryDeviceEvent()
                        .forEach("IotId")
                        .forEachIn("a,b")
                        .getRawUri())
                .isEqualTo("aliyun-linkvisual:QueryDeviceEvent?forEach=IotId&forEachIn=a,b");
        assertThat(live().describeBillBandwidthAndFluxList()
                        .mainlandOrOversea(Live.MainlandOrOversea.OVERSEA)
                        .getRawUri())
                .endsWith("?MainlandOrOversea=Oversea");
    }

    @ParameterizedTest
    @ValueSource(strings = {"canary)&b}&c", "canary%25"})
    void aValueThatNoUriCanHoldIsRefusedWithoutShowingIt(String value) {
        assertThatThrownBy(
                        () -> live().describeLiveStreamState().streamName(value).resolve(context))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("tencent-video:live/DescribeLiveStreamState: StreamName: a URI cannot hold")
                .hasMessageNotContaining("canary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b", " a", "", "[a"})
    void anElementOfAListIsNeitherDividedNorTrimmed(String element) {
        assertThat(iotvideoindustry()
                        .describeGroups()
                        .groupIds(List.of(element, "z"))
                        .getRawUri())
                .endsWith("?GroupIds=RAW([\"" + element + "\",\"z\"])");
    }

    @Test
    void placeholdersAreResolvedBeforeTheValueIsProtected() {
        context.getPropertiesComponent().addInitialProperty("stream", "a&b=c");
        context.getPropertiesComponent().addInitialProperty("retries", "7");

        Endpoint endpoint = live().describeLiveStreamState()
                .streamName("{{stream}}")
                .maxRetries("{{retries}}")
                .domainName("{{?nowhere}}")
                .resolve(context);

        assertThat(endpoint.getEndpointUri())
                .contains("StreamName=RAW(a&b=c)", "maxRetries=RAW(7)")
                .doesNotContain("DomainName");
        assertThat(live().describeLiveStreamState().streamName("{{stream}}").getRawUri())
                .endsWith("?StreamName=RAW({{stream}})");
    }

    @Test
    void aBeanIsBoundAndReferredTo() {
        MemoryStateRepository offsets = new MemoryStateRepository();

        String uri =
                live().describeLiveStreamEventList().offsetRepository(offsets).getUri(context);

        String name = uri.substring(uri.indexOf('#') + 1);
        assertThat(context.getRegistry().lookupByName(name)).isSameAs(offsets);
        assertThat(live().describeLiveStreamEventList()
                        .offsetRepository("#offsets")
                        .getRawUri())
                .endsWith("?offsetRepository=#offsets");
    }

    @Test
    void secretsOfOptionsAndParametersAreNotInTextsAboutTheBuilder() {
        assertThat(live().createLiveCallbackTemplate()
                        .templateName("t")
                        .secretKey("canary-1")
                        .callbackKeyParameter("canary-2")
                        .toString())
                .isEqualTo("tencent-video:live/CreateLiveCallbackTemplate?TemplateName=t&secretKey=xxxxxx"
                        + "&CallbackKey=xxxxxx");
    }

    @Test
    void noValueIsRefusedByName() {
        String nothing = null;

        assertThatThrownBy(() -> live().describeLiveStreamState().streamName(nothing))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tencent-video:live/DescribeLiveStreamState: StreamName: must not be null. Leave it out.");
    }
}
