package dev.orrery.indexer.parse;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the first part of a file's content tells about its language. */
final class ContentClues {
    private static final int HEAD = 32 << 10;
    private static final Pattern INTERPRETER =
            Pattern.compile("^#!\\s*(?:\\S*/)?(?:env\\s+(?:-S\\s+)?)?(?:\\S*/)?([A-Za-z]+)");
    private static final Pattern COMMENTS =
            Pattern.compile("/\\*[\\s\\S]*?(?:\\*/|\\z)|//[^\n]*|\"(?:\\\\.|[^\"\n\\\\])*\"");
    private static final Pattern CPP = Pattern.compile(
            "(?m)^\\s*(?:class\\s+\\w[^;{]*\\{|class\\s+\\w+\\s*;|namespace\\b[^;{]*\\{|template\\s*<|using\\s+\\w"
                    + "|(?:public|private|protected)\\s*:)|\\b\\w+::\\w|\\boperator\\s*[=<>+\\-*/!\\[(]|\\bvirtual\\s+\\w"
                    + "|\\bconstexpr\\s|\\bnoexcept\\b|#\\s*include\\s*<[a-z_]+>");

    private ContentClues() {}

    /** The program that a script's first line names, without its version. */
    static Optional<String> interpreter(byte[] bytes) {
        if (bytes.length < 2 || bytes[0] != '#' || bytes[1] != '!') {
            return Optional.empty();
        }
        String head = head(bytes, 256);
        Matcher matcher = INTERPRETER.matcher(head.lines().findFirst().orElse(""));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Whether a header can only be C++. */
    static boolean isCpp(byte[] bytes) {
        String code = COMMENTS.matcher(head(bytes, HEAD)).replaceAll(" ");
        int guarded = code.indexOf("#ifdef __cplusplus");
        return CPP.matcher(guarded < 0 ? code : withoutGuards(code)).find();
    }

    /** What stands in {@code #ifdef __cplusplus} is for others; such a header is meant for C too. */
    private static String withoutGuards(String code) {
        return code.replaceAll("#ifdef __cplusplus[\\s\\S]*?#endif", " ");
    }

    /** Whether it is XML, as Qt's translation files are, which share an extension with TypeScript. */
    static boolean isMarkup(byte[] bytes) {
        String head = head(bytes, 64).stripLeading();
        return head.startsWith("<?xml") || head.startsWith("<!DOCTYPE");
    }

    private static String head(byte[] bytes, int limit) {
        return new String(bytes, 0, Math.min(bytes.length, limit), StandardCharsets.ISO_8859_1);
    }
}
