package dev.orrery.indexer.text.regex;

/** Decodes single characters of UTF-8, strictly. */
final class Utf8 {
    private Utf8() {}

    /** The character that begins at {@code at}, or -1 where none does. */
    static int at(byte[] bytes, int at, int end) {
        int lead = bytes[at] & 0xff;
        if (lead < 0x80) {
            return lead;
        }
        int length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
        if (lead < 0xc2 || lead > 0xf4 || at + length > end) {
            return -1;
        }
        int value = lead & 0xff >> length + 1;
        for (int i = 1; i < length; i++) {
            if ((bytes[at + i] & 0xc0) != 0x80) {
                return -1;
            }
            value = value << 6 | bytes[at + i] & 0x3f;
        }
        boolean tooLong = length == 3 && value < 0x800 || length == 4 && value < 0x10000;
        boolean surrogate = value >= 0xd800 && value <= 0xdfff;
        return tooLong || surrogate || value > Character.MAX_CODE_POINT ? -1 : value;
    }

    /** The character that ends right before {@code at}, or -1 where none does. */
    static int before(byte[] bytes, int start, int at) {
        int lead = at - 1;
        while (lead > start && lead > at - 4 && (bytes[lead] & 0xc0) == 0x80) {
            lead--;
        }
        int value = at(bytes, lead, at);
        int length = value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x10000 ? 3 : 4;
        return value >= 0 && lead + length == at ? value : -1;
    }
}
