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

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Addresses and blocks of addresses, separated by commas, as {@code 192.0.2.1, 198.51.100.0/24, 2001:db8::/32}. Host names are not
 * accepted, since who answers for a name can change. Immutable, for any thread.
 */
public final class AllowedAddresses {

    private static final Pattern IPV4 = Pattern.compile("([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*");
    private static final Pattern PREFIX = Pattern.compile("[0-9]{1,3}");
    private static final int IPV4_BYTES = 4;
    private static final int MAPPED_BITS = 96;

    private final List<Block> blocks;
    private final String text;

    private record Block(byte[] address, int bits) {

        boolean contains(byte[] other) {
            return other.length == address.length && Arrays.equals(masked(other, bits), address);
        }
    }

    private AllowedAddresses(List<Block> blocks, String text) {
        this.blocks = blocks;
        this.text = text;
    }

    /**
     * Reads the list.
     *
     * @throws IllegalArgumentException when an entry is neither an address nor a block, naming it
     */
    public static AllowedAddresses parse(String text) {
        List<Block> blocks = new ArrayList<>();
        for (String entry : text.split(",", -1)) {
            blocks.add(block(entry.trim()));
        }
        return new AllowedAddresses(List.copyOf(blocks), text);
    }

    private static Block block(String entry) {
        int slash = entry.indexOf('/');
        String host = slash < 0 ? entry : entry.substring(0, slash);
        byte[] address = literal(host);
        if (address == null) {
            throw new IllegalArgumentException("'" + entry
                    + "' must be an address such as 192.0.2.1 or 2001:db8::1, or a block such as 192.0.2.0/24.");
        }
        int most = address.length * Byte.SIZE;
        if (slash < 0) {
            return new Block(address, most);
        }
        String prefix = entry.substring(slash + 1);
        // of ::ffff:192.0.2.0/120, which is an IPv4 block
        int mapped = host.indexOf(':') >= 0 && address.length == IPV4_BYTES ? MAPPED_BITS : 0;
        int bits = PREFIX.matcher(prefix).matches() ? Integer.parseInt(prefix) - mapped : -1;
        if (bits < 0 || bits > most) {
            throw new IllegalArgumentException("'" + entry + "': the number behind the slash must be from " + mapped
                    + " to " + (most + mapped) + ".");
        }
        if (!Arrays.equals(masked(address, bits), address)) {
            throw new IllegalArgumentException("'" + entry + "' has bits set behind the first " + prefix
                    + ". Write the first address of the block.");
        }
        return new Block(address, bits);
    }

    /** Whether an address is in the list; an IPv4 address counts in both of its forms. */
    public boolean contains(InetAddress address) {
        byte[] bytes = unmapped(address.getAddress());
        return blocks.stream().anyMatch(block -> block.contains(bytes));
    }

    /** Whether a text is an address in the list. Never asks a name server. */
    public boolean contains(String address) {
        int zone = address.indexOf('%');
        byte[] bytes = literal(zone < 0 ? address : address.substring(0, zone));
        return bytes != null && blocks.stream().anyMatch(block -> block.contains(bytes));
    }

    /** Null for a text that is not an address. */
    private static byte[] literal(String text) {
        // Java reads '1.2' and '127' as addresses, and asks a name server for anything else
        if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            return null;
        }
        try {
            return unmapped(InetAddress.getByName(text).getAddress());
        } catch (UnknownHostException e) {
            return null;
        }
    }

    private static byte[] unmapped(byte[] address) {
        boolean isMapped = address.length > IPV4_BYTES && address[10] == -1 && address[11] == -1;
        for (int i = 0; isMapped && i < 10; i++) {
            isMapped = address[i] == 0;
        }
        return isMapped ? Arrays.copyOfRange(address, 12, 16) : address;
    }

    private static byte[] masked(byte[] address, int bits) {
        byte[] masked = new byte[address.length];
        for (int i = 0; i < masked.length; i++) {
            int kept = Math.max(0, Math.min(Byte.SIZE, bits - i * Byte.SIZE));
            masked[i] = (byte) (address[i] & 0xff << Byte.SIZE - kept);
        }
        return masked;
    }

    @Override
    public String toString() {
        return text;
    }
}
