package dev.orrery.indexer.text.regex;

import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Unicode's general categories by their short and long names, in lower case and without separators. */
final class GeneralCategory {
    private GeneralCategory() {}

    /** Whether a character is in the category {@code name}; null where there is none of that name. */
    static @Nullable IntPredicate test(String name) {
        long types = types(name);
        return types == 0 ? null : value -> (types & 1L << Character.getType(value)) != 0;
    }

    private static long types(String name) {
        return switch (name) {
            case "l", "letter" -> types("lc") | types("lm") | types("lo");
            case "lc", "casedletter" -> types("lu") | types("ll") | types("lt");
            case "m", "mark", "combiningmark" -> types("mn") | types("me") | types("mc");
            case "n", "number" -> types("nd") | types("nl") | types("no");
            case "z", "separator" -> types("zs") | types("zl") | types("zp");
            case "c", "other" -> types("cc") | types("cf") | types("co") | types("cs") | types("cn");
            case "p", "punctuation", "punct" ->
                types("pd") | types("ps") | types("pe") | types("pc") | types("po") | types("pi") | types("pf");
            case "s", "symbol" -> types("sm") | types("sc") | types("sk") | types("so");
            case "lu", "uppercaseletter" -> 1L << Character.UPPERCASE_LETTER;
            case "ll", "lowercaseletter" -> 1L << Character.LOWERCASE_LETTER;
            case "lt", "titlecaseletter" -> 1L << Character.TITLECASE_LETTER;
            case "lm", "modifierletter" -> 1L << Character.MODIFIER_LETTER;
            case "lo", "otherletter" -> 1L << Character.OTHER_LETTER;
            case "mn", "nonspacingmark" -> 1L << Character.NON_SPACING_MARK;
            case "me", "enclosingmark" -> 1L << Character.ENCLOSING_MARK;
            case "mc", "spacingmark" -> 1L << Character.COMBINING_SPACING_MARK;
            case "nd", "decimalnumber", "digit" -> 1L << Character.DECIMAL_DIGIT_NUMBER;
            case "nl", "letternumber" -> 1L << Character.LETTER_NUMBER;
            case "no", "othernumber" -> 1L << Character.OTHER_NUMBER;
            case "zs", "spaceseparator" -> 1L << Character.SPACE_SEPARATOR;
            case "zl", "lineseparator" -> 1L << Character.LINE_SEPARATOR;
            case "zp", "paragraphseparator" -> 1L << Character.PARAGRAPH_SEPARATOR;
            case "cc", "control", "cntrl" -> 1L << Character.CONTROL;
            case "cf", "format" -> 1L << Character.FORMAT;
            case "co", "privateuse" -> 1L << Character.PRIVATE_USE;
            case "cs", "surrogate" -> 1L << Character.SURROGATE;
            case "cn", "unassigned" -> 1L << Character.UNASSIGNED;
            case "pd", "dashpunctuation" -> 1L << Character.DASH_PUNCTUATION;
            case "ps", "openpunctuation" -> 1L << Character.START_PUNCTUATION;
            case "pe", "closepunctuation" -> 1L << Character.END_PUNCTUATION;
            case "pc", "connectorpunctuation" -> 1L << Character.CONNECTOR_PUNCTUATION;
            case "po", "otherpunctuation" -> 1L << Character.OTHER_PUNCTUATION;
            case "sm", "mathsymbol" -> 1L << Character.MATH_SYMBOL;
            case "sc", "currencysymbol" -> 1L << Character.CURRENCY_SYMBOL;
            case "sk", "modifiersymbol" -> 1L << Character.MODIFIER_SYMBOL;
            case "so", "othersymbol" -> 1L << Character.OTHER_SYMBOL;
            case "pi", "initialpunctuation" -> 1L << Character.INITIAL_QUOTE_PUNCTUATION;
            case "pf", "finalpunctuation" -> 1L << Character.FINAL_QUOTE_PUNCTUATION;
            default -> 0;
        };
    }
}
