package dev.orrery.indexer.text.regex;

import java.lang.Character.UnicodeScript;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The sets of characters that Rust's {@code \w \d \s \p{…}} name, from the platform's Unicode data; made once each. */
final class UnicodeSets {
    private static final Map<String, Optional<CodePoints>> BY_NAME = new ConcurrentHashMap<>();

    private UnicodeSets() {}

    static CodePoints word() {
        return known("\\w", UnicodeSets::isWord);
    }

    static CodePoints digit() {
        return known("\\d", value -> Character.getType(value) == Character.DECIMAL_DIGIT_NUMBER);
    }

    static CodePoints space() {
        return known("\\s", UnicodeSets::isSpace);
    }

    static boolean isWord(int value) {
        if (value < 0x80) {
            return value >= 'a' && value <= 'z'
                    || value >= 'A' && value <= 'Z'
                    || value >= '0' && value <= '9'
                    || value == '_';
        }
        if (Character.isAlphabetic(value) || value == 0x200c || value == 0x200d) {
            return true;
        }
        return switch (Character.getType(value)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.CONNECTOR_PUNCTUATION -> true;
            default -> false;
        };
    }

    private static boolean isSpace(int value) {
        return value >= 9 && value <= 13 || value == 0x85 || Character.isSpaceChar(value);
    }

    /** The set that {@code \p{query}} names, such as {@code Lu}, {@code gc=Letter}, {@code Greek}; null where unknown. */
    static @Nullable CodePoints property(String query) {
        String name = loose(query);
        int equals = name.indexOf('=');
        if (equals < 0) {
            return BY_NAME.computeIfAbsent(name, UnicodeSets::find).orElse(null);
        }
        String value = name.substring(equals + 1);
        return switch (name.substring(0, equals)) {
            case "gc", "generalcategory" ->
                BY_NAME.computeIfAbsent("gc=" + value, key -> Optional.ofNullable(category(value)))
                        .orElse(null);
            case "sc", "script" ->
                BY_NAME.computeIfAbsent("sc=" + value, key -> Optional.ofNullable(script(value)))
                        .orElse(null);
            default -> null;
        };
    }

    private static String loose(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[ _-]", "").replace(":", "=");
        return plain.startsWith("is") && plain.length() > 2 ? plain.substring(2) : plain;
    }

    private static CodePoints known(String name, IntPredicate test) {
        return BY_NAME.computeIfAbsent(name, key -> Optional.of(CodePoints.where(test)))
                .orElse(CodePoints.NONE);
    }

    private static Optional<CodePoints> find(String name) {
        CodePoints set = category(name);
        if (set == null) {
            set = binary(name);
        }
        return Optional.ofNullable(set == null ? script(name) : set);
    }

    private static @Nullable CodePoints category(String name) {
        IntPredicate test = GeneralCategory.test(name);
        return test == null ? null : CodePoints.where(test);
    }

    private static @Nullable CodePoints binary(String name) {
        return switch (name) {
            case "any" -> CodePoints.ALL;
            case "ascii" -> CodePoints.range(0, 0x7f);
            case "assigned" -> CodePoints.where(Character::isDefined);
            case "alphabetic", "alpha" -> CodePoints.where(Character::isAlphabetic);
            case "lowercase", "lower" -> CodePoints.where(Character::isLowerCase);
            case "uppercase", "upper" -> CodePoints.where(Character::isUpperCase);
            case "whitespace", "space" -> space();
            case "ideographic", "ideo" -> CodePoints.where(Character::isIdeographic);
            case "emoji" -> CodePoints.where(Character::isEmoji);
            case "emojipresentation" -> CodePoints.where(Character::isEmojiPresentation);
            case "emojimodifier" -> CodePoints.where(Character::isEmojiModifier);
            case "emojimodifierbase" -> CodePoints.where(Character::isEmojiModifierBase);
            case "emojicomponent" -> CodePoints.where(Character::isEmojiComponent);
            case "extendedpictographic" -> CodePoints.where(Character::isExtendedPictographic);
            case "joincontrol", "joinc" -> CodePoints.range(0x200c, 0x200d);
            default -> null;
        };
    }

    private static @Nullable CodePoints script(String name) {
        for (UnicodeScript script : UnicodeScript.values()) {
            if (loose(script.name()).equals(name)) {
                return CodePoints.where(value -> UnicodeScript.of(value) == script);
            }
        }
        try {
            UnicodeScript script = name.length() == 4 ? UnicodeScript.forName(name) : UnicodeScript.UNKNOWN;
            return script == UnicodeScript.UNKNOWN
                    ? null
                    : CodePoints.where(value -> UnicodeScript.of(value) == script);
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }
}
