package dev.orrery.indexer.semantic;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.api.Passage;
import dev.orrery.api.SymbolKind;
import dev.orrery.base.AppFolders;
import dev.orrery.base.Progress;
import dev.orrery.indexer.CodeIndex;
import dev.orrery.indexer.CodeIndexes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The methods of Java projects with the first sentence of their doc comment, and sources without doc comments. */
public final class DocumentedMethods {
    private static final Pattern INLINE = Pattern.compile("\\{@(\\w+)\\s*([^{}]*)}");
    private static final Pattern END = Pattern.compile("\\.(\\s|$)|\\n\\s*\\n");

    private DocumentedMethods() {}

    /** A method or constructor; the sentence is empty where it has no doc comment of its own. */
    public record Method(int symbol, Passage passage, String sentence) {}

    /** A project with its graph. */
    public record Project(Path root, CodeGraph graph, List<Method> methods) {}

    /** Indexes below {@code ORRERY_HOME}. */
    public static Project read(Path root) throws Exception {
        try (CodeIndex index = CodeIndexes.open(root, AppFolders.current())) {
            index.refresh(Progress.SILENT, Cancellation.NEVER);
            CodeGraph graph = index.snapshot();
            List<Method> methods = new ArrayList<>();
            for (int file = 0; file < graph.fileCount(); file++) {
                Passages passages = new Passages(graph, file, index.read(graph.path(file)));
                for (int symbol = graph.firstSymbol(file); symbol < graph.endSymbol(file); symbol++) {
                    SymbolKind kind = graph.kind(symbol);
                    if (Passages.isSearched(graph, symbol)
                            && (kind == SymbolKind.METHOD || kind == SymbolKind.CONSTRUCTOR)) {
                        Passage passage = passages.of(symbol);
                        methods.add(new Method(symbol, passage, firstSentence(passage.text())));
                    }
                }
            }
            return new Project(index.root(), graph, methods);
        }
    }

    /** The first sentence of a doc comment in front of code, without marks and markup; empty where there is none. */
    static String firstSentence(String text) {
        String start = text.strip();
        int end = start.indexOf("*/");
        if (!start.startsWith("/**") || end < 3 || start.contains("{@inheritDoc")) {
            return "";
        }
        String comment = start.substring(3, end).replaceAll("\\n[ \\t]*\\*+", "\n");
        Matcher tag = Pattern.compile("(^|\\n)\\s*@\\w+").matcher(comment);
        String main = tag.find() ? comment.substring(0, tag.start()) : comment;
        String plain = INLINE.matcher(main).replaceAll(found -> Matcher.quoteReplacement(inline(found)));
        plain = plain.replaceAll("<[^<>]*>", " ").replaceAll("&\\w+;", " ").strip();
        Matcher stop = END.matcher(plain);
        return (stop.find() ? plain.substring(0, stop.start()) : plain)
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String inline(java.util.regex.MatchResult tag) {
        String content = tag.group(2).strip();
        return switch (tag.group(1)) {
            case "code", "literal", "value" -> content;
            case "link", "linkplain" -> {
                int space = content.indexOf(' ');
                yield space < 0 ? content.replace('#', ' ') : content.substring(space + 1);
            }
            default -> " ";
        };
    }

    /** Writes the Java files below {@code from} to {@code to} with their doc comments blanked out, lines as they were. */
    public static void copyWithoutComments(Path from, Path to) throws Exception {
        try (var files = Files.walk(from)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                StringBuilder text = new StringBuilder(new String(Files.readAllBytes(file)));
                SourceWords.read(new dev.orrery.api.Language("java"), text.toString(), new SourceWords.Sink() {
                    @Override
                    public void identifier(String word) {}

                    @Override
                    public void literal(String all, int start, int end) {}

                    @Override
                    public void comment(String all, int start, int end) {
                        if (all.startsWith("/**", start)) {
                            for (int at = start; at < end; at++) {
                                text.setCharAt(at, all.charAt(at) == '\n' ? '\n' : ' ');
                            }
                        }
                    }
                });
                Files.writeString(target, text);
            }
        }
    }
}
