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
package io.github.camelvideo.tencent.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.camel.ResolveEndpointFailedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the URI alone shows to be wrong fails when the endpoint is made. The messages are what users read. */
class RefusedUriIT extends Calling {

    @AfterEach
    void sendsNothing() {
        nothingWasSent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "iotvideoindustri/DescribeWarnings|Unknown API 'iotvideoindustri' (did you mean 'iotvideoindustry'?). Known: iotvideoindustry",
                "iotvideoindustry|tencent-video:iotvideoindustry: write tencent-video:api/action, where api is one of iotvideoindustry",
                "iotvideoindustry/|tencent-video:iotvideoindustry/: write tencent-video:api/action, where api is one of iotvideoindustry"
            })
    void thePath(String path, String message) {
        assertThat(refusal("tencent-video:" + path)).hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DescribeWarning?OrderType=1|unknown action 'DescribeWarning' (did you mean 'DescribeWarnings'?). Set validation=LENIENT to call it anyway, or import the vendor's present definition with catalog-tools and set the option catalogs; the catalog in use is of 2026-08-21.",
                "describeWarnings?OrderType=1|unknown action 'describeWarnings' (did you mean 'DescribeWarnings'?). Set validation=LENIENT to call it anyway, or import the vendor's present definition with catalog-tools and set the option catalogs; the catalog in use is of 2026-08-21.",
                "DescribeWarnings?OrderTyp=1|unknown parameter 'OrderTyp' (did you mean 'OrderType'?)",
                "DescribeWarnings?orderType=1|unknown option or parameter 'orderType' (did you mean 'OrderType'?)",
                "DescribeWarnings?OrderType=1&maxRetrys=2|unknown option or parameter 'maxRetrys' (did you mean 'maxRetries'?)",
                "DescribeWarnings?OrderTyp=1&Limitt=3|unknown parameter 'Limitt' (did you mean 'Limit'?); unknown parameter 'OrderTyp' (did you mean 'OrderType'?)",
                "DescribeWarnings?OrderType=newest|'OrderType' must be Integer but is string 'newest'",
                "DescribeWarnings?OrderType=5|'OrderType' is '5' but must be one of 1, 2, 3, 4",
                "DescribeWarnings?OrderType=1&WarnLevelArray=1,x|'WarnLevelArray[1]' must be Integer but is string 'x'",
                "ControlPreset?PresetId=9|'PresetId' is 9 but must be 1 to 8",
                "CreateTimeTemplate?TimeTemplateSpecs=[{\"DayOfWeek\":1,\"BeginTime\":\"a\",\"EndTime\":\"b\"}]|unknown field 'TimeTemplateSpecs[0].DayOfWeek' (did you mean 'DayofWeek'?)",
                "CreateTimeTemplate?TimeTemplateSpecs=RAW([{])|'TimeTemplateSpecs' is not JSON of type Array of TimeTemplateSpec",
                "CreateTimeTemplate?TimeTemplateSpecs=RAW([])&TimeTemplateSpecs.0.DayofWeek=1|parameter 'TimeTemplateSpecs' is given both as a whole and in part ('TimeTemplateSpecs.0.DayofWeek')",
                "DescribeWarnings?OrderType=1&region=ap-shanghai|region 'ap-shanghai' is not supported by this action",
                "DescribeWarnMod?paging=ALL|paging=ALL: this action does not return pages"
            })
    void actionsAndParameters(String uri, String message) {
        String name = "tencent-video:iotvideoindustry/" + uri.substring(0, uri.indexOf('?'));

        assertThat(refusal(API + uri)).hasMessageStartingWith(name + ": " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "iss/ListDevices?OrganizationId=1&httpMethod=GET|iss: httpMethod=GET is not supported by this API: each action has its own method. Remove the option.",
                "live-v2017/LiveChannelGetStatus?httpMethod=GET|live-v2017: httpMethod=GET is not supported by this API",
                "iss/ListDevices?OrganizationId=1&signMethod=HMAC_SHA1|iss: signMethod=HMAC_SHA1 is not supported by this API: it has one signature method. Remove the option.",
                "live-v2/DescribeLVBChannelList?region=gz&signMethod=HMAC_SHA1|live-v2: signMethod=HMAC_SHA1 is not supported by this API",
                "iss/AddDomain?Key=a&Crt=b|iss/AddDomain: unknown parameter 'Crt' (did you mean 'Cert'?)",
                "iss/ListDevices?OrganizationId=1&PageNumber=two|iss/ListDevices: 'PageNumber' must be Integer but is string 'two'",
                "live/DescribeLivePullStreamTasks?PageNum=1|live/DescribeLivePullStreamTasks: region is required. Set it to one of",
                "live/DescribeLivePullStreamTasks?region=mars|live/DescribeLivePullStreamTasks: region 'mars' is not supported by this action",
                "live/DescribeLiveForbidStreamList|live/DescribeLiveForbidStreamList: the vendor lists action 'DescribeLiveForbidStreamList' without describing it. Set validation=LENIENT to call it anyway.",
                "live/DescribeLiveStreamStat|live/DescribeLiveStreamStat: unknown action 'DescribeLiveStreamStat' (did you mean 'DescribeLiveStreamState'?)",
                "mdl/DescribeStreamLiveChannel?ChannelId=a|mdl/DescribeStreamLiveChannel: unknown parameter 'ChannelId'",
                "live-v2017/LiveChannelSetStatus?Param.s.chanel_id=1|live-v2017/LiveChannelSetStatus: unknown parameter 'Param.s.chanel_id' (did you mean 'Param.s.channel_id'?)"
            })
    void otherApis(String uri, String message) {
        assertThat(refusal("tencent-video:" + uri)).hasMessageStartingWith("tencent-video:" + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "callTimeout=soon|option callTimeout: 'soon' is not a duration. Write it as 10s, 5m, PT5M, or in milliseconds.",
                "delay=soon|option delay: 'soon' is neither a number nor a duration, such as 500 or 10s.",
                "allowHttp=si|option allowHttp: 'si' is neither true nor false.",
                "offsetRepository=offsets|option offsetRepository: 'offsets' is not a reference to a bean. Put # before the bean's name: #offsets.",
                "offsetRepository=#offsets|option offsetRepository: the registry has no bean '#offsets' of type StateRepository. Bind one, or correct the name.",
                "callTimeout=0|callTimeout=PT0S: must be more than 0 and at most one day.",
                "maxRetries=-1|maxRetries=-1: must be at least 0.",
                "maxRetries=many|option maxRetries: 'many' is not a whole number.",
                "rateLimit=-1|rateLimit=-1: must be from 1 to 10000 calls per second, or 0 for no limit.",
                "validation=SOMETIMES|option validation: 'SOMETIMES' is not one of STRICT, LENIENT, OFF.",
                "signMethod=MD5|option signMethod: 'MD5' is not one of TC3_HMAC_SHA256, HMAC_SHA256, HMAC_SHA1.",
                "httpMethod=PUT|option httpMethod: 'PUT' is not one of ",
                "paging=SOME|option paging: 'SOME' is not one of ONE, ALL, STREAM.",
                "outputType=com.example.Missing|outputType=com.example.Missing: must be Map, JsonNode or String, spelled exactly so, or a class on the class path.",
                "proxyHost=proxy&proxyPort=99999|proxyHost=proxy, proxyPort=99999: both must be set, with a port from 1 to 65535.",
                "connectTimeout=0|connectTimeout=PT0S: must be between 1 ms and 24 days.",
                "credentialsProvider=#missing|option credentialsProvider: the registry has no bean '#missing' of type CredentialsProvider.",
                "secretId=onlyhalf|tencent-video: secretId and secretKey belong together, but only one of them is set. Set both or none.",
                "endpointUrl=http://video.example.com|endpointUrl http://video.example.com: plain HTTP sends requests unencrypted and is allowed to this machine only. Use https, or set allowHttp=true.",
                "endpointUrl=ftp://video.example.com|endpointUrl is not of the form scheme://host[:port] with http or https, without user, path and query. Example: https://api.example.com",
                "endpointUrl=https://video.example.com/path|endpointUrl is not of the form scheme://host[:port] with http or https, without user, path and query. Example: https://api.example.com",
                "endpointUrl=video.example.com|endpointUrl is not of the form scheme://host[:port] with http or https, without user, path and query. Example: https://api.example.com"
            })
    void options(String option, String message) {
        component().getConfiguration().setSecretKey(option.startsWith("secretId") ? null : "key");

        String uri = API + "DescribeWarnings?OrderType=1&" + option;

        assertThatThrownBy(() -> context.getEndpoint(uri))
                .isInstanceOf(ResolveEndpointFailedException.class)
                .message()
                .satisfies(text ->
                        assertThat(text.substring(text.indexOf(" due to: "))).contains(message));
    }
}
