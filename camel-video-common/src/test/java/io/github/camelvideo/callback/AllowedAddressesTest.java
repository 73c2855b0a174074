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
package io.github.camelvideo.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedAddressesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "192.0.2.1 | 192.0.2.1 | true",
                "192.0.2.1 | 192.0.2.2 | false",
                "192.0.2.0/24 | 192.0.2.255 | true",
                "192.0.2.0/24 | 192.0.3.0 | false",
                "192.0.2.128/25 | 192.0.2.127 | false",
                "192.0.2.128/25 | 192.0.2.128 | true",
                "192.0.2.4/31 | 192.0.2.5 | true",
                "192.0.2.4/31 | 192.0.2.6 | false",
                "0.0.0.0/0 | 203.0.113.9 | true",
                "0.0.0.0/0 | 2001:db8::1 | false",
                "::/0 | 2001:db8::1 | true",
                "::/0 | 203.0.113.9 | false",
                "2001:db8::/32 | 2001:db8:ffff::1 | true",
                "2001:db8::/32 | 2001:db9::1 | false",
                "2001:db8::1 | 2001:0db8:0:0:0:0:0:1 | true",
                "fe80::/10 | fe80::1%eth0 | true",
                "192.0.2.1 | ::ffff:192.0.2.1 | true",
                "::ffff:192.0.2.0/120 | 192.0.2.7 | true",
                "::ffff:192.0.2.0/120 | 192.0.3.7 | false",
                "192.0.2.1 , 198.51.100.0/24 | 198.51.100.7 | true",
                "192.0.2.1 | localhost | false",
                "127.0.0.1 | 127.1 | false",
                "127.0.0.1 | '' | false",
                "192.0.2.1 | 192.0.2.1:443 | false"
            })
    void addressesAreInTheirBlocks(String allowed, String address, boolean expected) {
        assertThat(AllowedAddresses.parse(allowed).contains(address)).isEqualTo(expected);
    }

    @Test
    void addressesOfSocketsAreInTheirBlocks() throws UnknownHostException {
        AllowedAddresses allowed = AllowedAddresses.parse("192.0.2.0/24");
        assertThat(allowed.contains(InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 1})))
                .isTrue();
        assertThat(allowed.contains(InetAddress.getByAddress(new byte[] {(byte) 192, 0, 3, 1})))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "192.0.2.1,",
                "example.com",
                "192.0.2",
                "192.0.2.256",
                "192.0.2.1/",
                "192.0.2.0/33",
                "2001:db8::/129",
                "192.0.2.0/-1",
                "192.0.2.0/24/24",
                "1:2:3",
                "[2001:db8::1]",
                "::ffff:192.0.2.0/24",
                "192.0.2.1 192.0.2.2"
            })
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> AllowedAddresses.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be");
    }

    @Test
    void aBlockBeginsWithItsFirstAddress() {
        assertThatThrownBy(() -> AllowedAddresses.parse("192.0.2.1/24"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'192.0.2.1/24' has bits set behind the first 24");
    }
}
