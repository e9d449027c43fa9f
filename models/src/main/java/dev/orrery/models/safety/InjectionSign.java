package dev.orrery.models.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What shows that a text speaks to a model. Each is looked for once through the text, over bounded distances. */
enum InjectionSign {
    /** Sentences, as the classifier knows them. */
    SENTENCE,
    /** Such sentences in base 64, hexadecimal digits or escapes. */
    CONCEALED,
    /** Text in characters that are not shown. */
    INVISIBLE,
    /** The marks that part turns of a conversation in a model's own input. */
    TURN,
    /** A call of a tool as a model would write it. */
    TOOL,
    /** A link or picture whose address has a place for data. */
    LINK;

    private static final int LEAST_TAGS = 6;
    private static final int LEAST_HIDDEN = 10;
    private static final int NEAR = 300;
    private static final String[] TURNS = {
        "<|im_start|>",
        "<|start_header_id|>",
        "<|system|>",
        "<|user|>",
        "<|assistant|>",
        "<start_of_turn>",
        "<<sys>>",
        "[/inst]",
        "<|turn|>",
        "<|channel|>",
        "<|begin_of_text|>",
        "<|eot_id|>",
        "<|im_end|>"
    };
    private static final String[] TOOLS = {
        "<function_calls>", "<tool_call>", "<tool_use>", "<invoke name=", "<|tool_call", "[tool_calls]", "<tool_calls>"
    };
    private static final String[] PLACES = {
        "{", "[", "<", "${", "$(", "%7b", "your_", "secret", "base64", "data_here", "context", "history", "env_"
    };

    /** The key's last part in the sentence for the user. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<InjectionScanner.Hit> find(String text) {
        List<InjectionScanner.Hit> hits = new ArrayList<>();
        invisible(text, hits);
        for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
            marks(text, at, hits);
        }
        for (int at = text.indexOf('['); at >= 0; at = text.indexOf('[', at + 1)) {
            marks(text, at, hits);
        }
        for (int at = text.indexOf("]("); at >= 0; at = text.indexOf("](", at + 1)) {
            link(text, at, hits);
        }
        return hits;
    }

    private static void marks(String text, int at, List<InjectionScanner.Hit> hits) {
        add(TURN, TURNS, text, at, hits);
        add(TOOL, TOOLS, text, at, hits);
    }

    private static void add(InjectionSign sign, String[] marks, String text, int at, List<InjectionScanner.Hit> hits) {
        for (String mark : marks) {
            if (text.regionMatches(true, at, mark, 0, mark.length())) {
                hits.add(new InjectionScanner.Hit(sign, at, at + mark.length()));
            }
        }
    }

    /** A run of tags or of many invisible characters between Latin letters; flags and scripts that join letters have neither. */
    private static void invisible(String text, List<InjectionScanner.Hit> hits) {
        int start = -1;
        int tags = 0;
        int hidden = 0;
        int shown = 0;
        int at = 0;
        while (at < text.length()) {
            int unit = text.charAt(at);
            if (unit < 0x80 && start < 0) {
                at++;
                continue;
            }
            unit = text.codePointAt(at);
            boolean tag = Folding.isTag(unit);
            boolean none = !tag && isHiding(unit);
            if (tag || none) {
                start = start < 0 ? at : start;
                tags += tag ? 1 : 0;
                hidden += none ? 1 : 0;
                shown = 0;
            } else if (start >= 0 && (unit >= 0x80 || ++shown > 2)) {
                if (tags >= LEAST_TAGS && !isFlag(text, start) || hidden >= LEAST_HIDDEN) {
                    hits.add(new InjectionScanner.Hit(INVISIBLE, start, at));
                }
                start = -1;
                tags = 0;
                hidden = 0;
                shown = 0;
            }
            at += Character.charCount(unit);
        }
        if (start >= 0 && (tags >= LEAST_TAGS || hidden >= LEAST_HIDDEN)) {
            hits.add(new InjectionScanner.Hit(INVISIBLE, start, text.length()));
        }
    }

    private static boolean isHiding(int unit) {
        return unit >= 0x200B && unit <= 0x200F
                || unit >= 0x2060 && unit <= 0x2064
                || unit == 0xFEFF
                || unit >= 0xE0100 && unit <= 0xE01EF;
    }

    /** A black flag before tags makes them the flag of a region. */
    private static boolean isFlag(String text, int start) {
        return start >= 2 && text.codePointBefore(start) == 0x1F3F4;
    }

    /** A picture is fetched without a click; what stands behind its equals sign goes with it. */
    private static void link(String text, int close, List<InjectionScanner.Hit> hits) {
        int open = close;
        while (open > Math.max(0, close - NEAR) && text.charAt(open - 1) != ']' && !text.startsWith("![", open)) {
            open--;
        }
        if (!text.startsWith("![", open) || !text.startsWith("http", close + 2)) {
            return;
        }
        int end = close + 2;
        int equals = -1;
        while (end < text.length() && end - close < NEAR && text.charAt(end) != ')' && text.charAt(end) > ' ') {
            equals = text.charAt(end) == '=' && equals < 0 ? end : equals;
            end++;
        }
        if (equals < 0) {
            return;
        }
        String query = text.substring(equals + 1, end).toLowerCase(Locale.ROOT);
        for (String place : PLACES) {
            if (query.contains(place)) {
                hits.add(new InjectionScanner.Hit(LINK, open, end));
                return;
            }
        }
    }
}
