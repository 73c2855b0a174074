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
package io.github.camelvideo;

import io.github.camelvideo.callback.CallbackSecurity;
import io.github.camelvideo.client.BaseUrl;
import io.github.camelvideo.consumer.CallbackOptions;
import io.github.camelvideo.request.InvalidRequestException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** How an endpoint takes callbacks of the vendor. */
@UriParams
public class CallbackConfiguration {

    @UriParam(
            label = "consumer",
            description =
                    "Path under which the application's HTTP server receives callbacks of the vendor, such as /live/events. The feed then delivers the events of callbacks, and those that only the list contains.")
    private String callback;

    @UriParam(
            label = "consumer",
            description =
                    "Name of the Camel component that serves callback, such as platform-http, jetty or undertow. The default is platform-http, or the only one there is.")
    private String callbackComponent;

    @UriParam(
            label = "security",
            secret = true,
            description =
                    "Key that the vendor signs callbacks with, as set in its console or by its API. Two keys separated by a comma, the new one last, are both accepted while one replaces the other.")
    private String callbackKey;

    @UriParam(
            label = "security",
            defaultValue = "false",
            description =
                    "Whether callbacks are accepted without a callbackKey. Anyone who knows the address can then send events.")
    private boolean allowUnsigned;

    @UriParam(
            label = "security",
            description =
                    "Addresses that callbacks may come from, separated by commas, such as 192.0.2.1 or 192.0.2.0/24. By default, callbacks from any address are accepted.")
    private String allowFrom;

    @UriParam(
            label = "consumer",
            enums = "STORED,DONE",
            description =
                    "When a callback is answered with success: STORED (when its items are in the offsetRepository, so that they survive a crash) or DONE (when the exchanges of its items have completed; if one fails, the vendor repeats the callback). The default is STORED with an offsetRepository and DONE without.")
    private CallbackOptions.Acknowledgement ack;

    @UriParam(
            label = "consumer",
            defaultValue = "NONE",
            enums = "NONE,POLL",
            description =
                    "Verification of the content of a callback: NONE delivers it as received, POLL only triggers a poll and delivers what the vendor's list contains.")
    private CallbackOptions.Verification verify = CallbackOptions.Verification.NONE;

    @UriParam(
            label = "consumer",
            defaultValue = "65536",
            description = "Maximum size of the body of a callback, in bytes. A larger one is refused.")
    private int callbackMaxBody = 65_536;

    @UriParam(
            label = "consumer",
            defaultValue = "7d",
            description =
                    "Time span for which the feed remembers what it has delivered, so that neither a late callback nor the end of a long stream delivers an event again. It takes about 8 bytes of memory for each event.")
    private Duration callbackMemory = Duration.ofDays(7);

    @UriParam(
            label = "consumer",
            defaultValue = "10000",
            description =
                    "Maximum number of callback items that wait to be delivered. Further callbacks are refused with status 503, and the vendor repeats them.")
    private int callbackInboxSize = 10_000;

    @UriParam(
            label = "consumer",
            defaultValue = "false",
            description =
                    "Whether callbacks are only stored, to be delivered by the node that runs the feed with the same offsetKey and a shared offsetRepository. Requires the action callback.")
    private boolean storeOnly;

    @UriParam(
            label = "consumer",
            defaultValue = "FALSE",
            enums = "FALSE,TRUE,REMOVE",
            description =
                    "What the route does at the vendor when it starts: FALSE (nothing), TRUE (registers callbackUrl and callbackKey for the targets in registerFor; a second start changes nothing) or REMOVE (removes that registration). Registrations made by others are not changed.")
    private CallbackOptions.AutoRegister autoRegister = CallbackOptions.AutoRegister.FALSE;

    @UriParam(
            label = "consumer",
            description =
                    "Public address under which the vendor reaches the path of callback, such as https://events.example.com/live/events. For autoRegister.")
    private String callbackUrl;

    @UriParam(
            label = "consumer",
            description =
                    "Address that autoRegister registered before callbackUrl changed. Registrations with this address are updated or removed as well.")
    private String formerCallbackUrl;

    @UriParam(
            label = "consumer",
            description =
                    "Targets for which autoRegister registers callbackUrl, separated by commas: push domains such as push.example.com or push.example.com/app for live, IDs of channels for mdl. Targets of other kinds are prefixed with the kind, such as pull-task:1234.")
    private String registerFor;

    /**
     * What consumers heed.
     *
     * @param name how messages name the endpoint
     * @param hasRepository whether there is an {@code offsetRepository}
     * @param hasOffsetKey whether {@code offsetKey} is set
     * @param offers whether items come from other routes, and not from callbacks
     * @param allowHttp whether the vendor may call another machine by plain HTTP
     * @throws InvalidRequestException when an option does not fit
     */
    CallbackOptions options(
            String name, boolean hasRepository, boolean hasOffsetKey, boolean offers, boolean allowHttp) {
        check(callbackInboxSize >= 1, name, "callbackInboxSize=" + callbackInboxSize + ": must be at least 1.");
        check(callbackMaxBody >= 1, name, "callbackMaxBody=" + callbackMaxBody + ": must be at least 1.");
        check(
                callbackMemory.compareTo(Duration.ofHours(1)) >= 0,
                name,
                "callbackMemory=" + callbackMemory + ": must be at least PT1H.");
        check(
                ack != CallbackOptions.Acknowledgement.STORED || hasRepository,
                name,
                "ack=STORED needs an offsetRepository to store callbacks in. Set it, or ack=DONE.");
        check(
                !storeOnly || hasRepository && ack != CallbackOptions.Acknowledgement.DONE,
                name,
                "storeOnly=true needs an offsetRepository and ack=STORED.");
        check(
                !offers || callback == null && !storeOnly && autoRegister == CallbackOptions.AutoRegister.FALSE,
                name,
                "acceptOffers=true cannot be combined with callback, autoRegister or storeOnly. Remove one of them.");
        check(!storeOnly || hasOffsetKey, name, "storeOnly=true needs offsetKey, that of the feed on the other node.");
        CallbackOptions.Acknowledgement byDefault =
                hasRepository ? CallbackOptions.Acknowledgement.STORED : CallbackOptions.Acknowledgement.DONE;
        return new CallbackOptions(
                callback,
                callbackComponent,
                new CallbackSecurity(keys(), allowUnsigned, allowFrom, callbackMaxBody),
                ack == null ? byDefault : ack,
                verify,
                callbackMemory,
                callbackInboxSize,
                !storeOnly,
                offers,
                registration(name, allowHttp));
    }

    /** Null where nothing is done at the vendor. */
    private CallbackOptions.Registration registration(String name, boolean allowHttp) {
        if (autoRegister == CallbackOptions.AutoRegister.FALSE) {
            return null;
        }
        String option = "autoRegister=" + autoRegister;
        check(
                callbackUrl != null,
                name,
                option + " needs callbackUrl, the public address under which the vendor reaches the path of callback.");
        checkUrl(name, "callbackUrl", callbackUrl, allowHttp);
        if (formerCallbackUrl != null) {
            check(
                    !formerCallbackUrl.equals(callbackUrl),
                    name,
                    "formerCallbackUrl is the same as callbackUrl. Remove it, or set it to the address before.");
            checkUrl(name, "formerCallbackUrl", formerCallbackUrl, allowHttp);
        }
        List<String> targets = registerFor == null
                ? List.of()
                : Stream.of(registerFor.split(","))
                        .map(String::strip)
                        .filter(target -> !target.isEmpty())
                        .distinct()
                        .toList();
        check(!targets.isEmpty(), name, option + " needs registerFor, which names what callbacks are about.");
        return new CallbackOptions.Registration(
                callbackUrl, formerCallbackUrl, targets, autoRegister == CallbackOptions.AutoRegister.REMOVE);
    }

    /** Does not quote the address: its path may be a secret. */
    private static void checkUrl(String name, String option, String url, boolean allowHttp) {
        URI address = parse(url);
        String scheme = address == null || address.getScheme() == null
                ? ""
                : address.getScheme().toLowerCase(Locale.ROOT);
        check(
                (scheme.equals("https") || scheme.equals("http"))
                        && address.getHost() != null
                        && address.getRawUserInfo() == null
                        && address.getRawFragment() == null,
                name,
                option
                        + " is not of the form https://host[:port]/path. Example: https://events.example.com/live/events");
        check(
                scheme.equals("https")
                        || allowHttp
                        || BaseUrl.isLoopback(address.getHost().replaceAll("[\\[\\]]", "")),
                name,
                option
                        + " is plain HTTP, so that everyone on the way can read callbacks and send others. Use https, or set"
                        + " allowHttp=true.");
    }

    private static URI parse(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** A blank behind the comma is no part of a key. */
    private List<String> keys() {
        return callbackKey == null
                ? List.of()
                : Stream.of(callbackKey.split(",", -1)).map(String::strip).toList();
    }

    private static void check(boolean right, String name, String problem) {
        if (!right) {
            throw new InvalidRequestException(name + ": " + problem);
        }
    }

    public String getCallback() {
        return callback;
    }

    public void setCallback(String callback) {
        this.callback = callback;
    }

    public String getCallbackComponent() {
        return callbackComponent;
    }

    public void setCallbackComponent(String callbackComponent) {
        this.callbackComponent = callbackComponent;
    }

    public String getCallbackKey() {
        return callbackKey;
    }

    public void setCallbackKey(String callbackKey) {
        this.callbackKey = callbackKey;
    }

    public boolean isAllowUnsigned() {
        return allowUnsigned;
    }

    public void setAllowUnsigned(boolean allowUnsigned) {
        this.allowUnsigned = allowUnsigned;
    }

    public String getAllowFrom() {
        return allowFrom;
    }

    public void setAllowFrom(String allowFrom) {
        this.allowFrom = allowFrom;
    }

    public CallbackOptions.Acknowledgement getAck() {
        return ack;
    }

    public void setAck(CallbackOptions.Acknowledgement ack) {
        this.ack = ack;
    }

    public CallbackOptions.Verification getVerify() {
        return verify;
    }

    public void setVerify(CallbackOptions.Verification verify) {
        this.verify = verify;
    }

    public int getCallbackMaxBody() {
        return callbackMaxBody;
    }

    public void setCallbackMaxBody(int callbackMaxBody) {
        this.callbackMaxBody = callbackMaxBody;
    }

    public Duration getCallbackMemory() {
        return callbackMemory;
    }

    public void setCallbackMemory(Duration callbackMemory) {
        this.callbackMemory = callbackMemory;
    }

    public int getCallbackInboxSize() {
        return callbackInboxSize;
    }

    public void setCallbackInboxSize(int callbackInboxSize) {
        this.callbackInboxSize = callbackInboxSize;
    }

    public boolean isStoreOnly() {
        return storeOnly;
    }

    public void setStoreOnly(boolean storeOnly) {
        this.storeOnly = storeOnly;
    }

    public CallbackOptions.AutoRegister getAutoRegister() {
        return autoRegister;
    }

    public void setAutoRegister(CallbackOptions.AutoRegister autoRegister) {
        this.autoRegister = autoRegister;
    }

    public String getCallbackUrl() {
        return callbackUrl;
    }

    public void setCallbackUrl(String callbackUrl) {
        this.callbackUrl = callbackUrl;
    }

    public String getFormerCallbackUrl() {
        return formerCallbackUrl;
    }

    public void setFormerCallbackUrl(String formerCallbackUrl) {
        this.formerCallbackUrl = formerCallbackUrl;
    }

    public String getRegisterFor() {
        return registerFor;
    }

    public void setRegisterFor(String registerFor) {
        this.registerFor = registerFor;
    }
}
