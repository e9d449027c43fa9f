package dev.orrery.app.edit;

import java.util.Locale;
import java.util.Map;

/**
 * How a line is commented out in a language.
 *
 * @param open what stands before the line
 * @param close what stands behind it; empty where the comment ends with the line
 */
public record CommentSyntax(String open, String close) {
    private static final CommentSyntax SLASHES = new CommentSyntax("//", "");
    private static final CommentSyntax HASH = new CommentSyntax("#", "");
    private static final CommentSyntax DASHES = new CommentSyntax("--", "");
    private static final CommentSyntax SEMICOLON = new CommentSyntax(";", "");
    private static final CommentSyntax PERCENT = new CommentSyntax("%", "");
    private static final CommentSyntax MARKUP = new CommentSyntax("<!--", "-->");
    private static final CommentSyntax STYLE = new CommentSyntax("/*", "*/");
    private static final CommentSyntax CAML = new CommentSyntax("(*", "*)");

    private static final Map<String, CommentSyntax> BY_EXTENSION = Map.ofEntries(
            Map.entry("py", HASH),
            Map.entry("pyi", HASH),
            Map.entry("rb", HASH),
            Map.entry("sh", HASH),
            Map.entry("bash", HASH),
            Map.entry("zsh", HASH),
            Map.entry("pl", HASH),
            Map.entry("pm", HASH),
            Map.entry("r", HASH),
            Map.entry("jl", HASH),
            Map.entry("ex", HASH),
            Map.entry("exs", HASH),
            Map.entry("yml", HASH),
            Map.entry("yaml", HASH),
            Map.entry("toml", HASH),
            Map.entry("properties", HASH),
            Map.entry("cmake", HASH),
            Map.entry("mk", HASH),
            Map.entry("tf", HASH),
            Map.entry("lua", DASHES),
            Map.entry("sql", DASHES),
            Map.entry("hs", DASHES),
            Map.entry("elm", DASHES),
            Map.entry("ini", SEMICOLON),
            Map.entry("clj", SEMICOLON),
            Map.entry("lisp", SEMICOLON),
            Map.entry("el", SEMICOLON),
            Map.entry("scm", SEMICOLON),
            Map.entry("tex", PERCENT),
            Map.entry("erl", PERCENT),
            Map.entry("html", MARKUP),
            Map.entry("htm", MARKUP),
            Map.entry("xml", MARKUP),
            Map.entry("xsd", MARKUP),
            Map.entry("svg", MARKUP),
            Map.entry("fxml", MARKUP),
            Map.entry("vue", MARKUP),
            Map.entry("md", MARKUP),
            Map.entry("css", STYLE),
            Map.entry("ml", CAML),
            Map.entry("mli", CAML));

    /** What fits to a file; two slashes where its name says nothing. */
    public static CommentSyntax of(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        if (name.startsWith("makefile") || name.startsWith("dockerfile") || name.startsWith(".git")) {
            return HASH;
        }
        return BY_EXTENSION.getOrDefault(name.substring(name.lastIndexOf('.') + 1), SLASHES);
    }
}
