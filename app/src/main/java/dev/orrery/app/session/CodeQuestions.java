package dev.orrery.app.session;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.api.OrreryException;
import dev.orrery.api.Resolution;
import dev.orrery.api.SymbolKind;
import dev.orrery.api.TextQuery;
import dev.orrery.api.TextScanner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a reader asks about a place in the code, answered from a graph. Pure; safe from any thread. */
public final class CodeQuestions {
    private static final int MENTIONS = 1_000;

    private CodeQuestions() {}

    /** The call whose name stands at a place, or -1. */
    public static int callAt(CodeGraph graph, Place place) {
        int file = graph.findFile(place.path());
        if (file < 0) {
            return -1;
        }
        for (int symbol = graph.firstSymbol(file); symbol < graph.endSymbol(file); symbol++) {
            for (int call = graph.firstCall(symbol); call < graph.endCall(symbol); call++) {
                if (graph.callLine(call) == place.line()
                        && covers(graph.callColumn(call), called(graph, call), place)) {
                    return call;
                }
            }
        }
        return -1;
    }

    private static String called(CodeGraph graph, int call) {
        String name = graph.calleeName(call);
        String bare = name.indexOf('(') < 0 ? name : name.substring(0, name.indexOf('('));
        return bare.substring(bare.lastIndexOf('.') + 1);
    }

    private static boolean covers(int column, String name, Place place) {
        return column <= place.column() && place.column() <= column + name.length();
    }

    /** The symbol that is declared, called or named at a place, or -1. */
    public static int definition(CodeGraph graph, Place place, String word) {
        int call = callAt(graph, place);
        if (call >= 0 && graph.resolution(call) != Resolution.EXTERNAL && graph.callee(call) >= 0) {
            return graph.callee(call);
        }
        int declared = declaredAt(graph, place);
        return declared >= 0 ? declared : named(graph, place.path(), word);
    }

    private static int declaredAt(CodeGraph graph, Place place) {
        int file = graph.findFile(place.path());
        if (file >= 0) {
            for (int symbol = graph.firstSymbol(file); symbol < graph.endSymbol(file); symbol++) {
                if (graph.line(symbol) == place.line() && covers(graph.column(symbol), graph.name(symbol), place)) {
                    return symbol;
                }
            }
        }
        return -1;
    }

    /** The nearest declaration with this name: same file, same package, types before members. */
    private static int named(CodeGraph graph, String path, String word) {
        int here = graph.findFile(path);
        if (word.isEmpty() || here < 0) {
            return -1;
        }
        int best = -1;
        int bestScore = 0;
        for (int symbol = 0; symbol < graph.symbolCount(); symbol++) {
            if (graph.name(symbol).equals(word)) {
                int score = nearness(graph, here, symbol);
                if (score > bestScore) {
                    bestScore = score;
                    best = symbol;
                }
            }
        }
        return best;
    }

    /** 0 where a bare name cannot mean the symbol. */
    private static int nearness(CodeGraph graph, int here, int symbol) {
        int file = graph.file(symbol);
        boolean type = graph.kind(symbol).isType();
        boolean sameFile = file == here;
        if (!type && !sameFile) {
            return 0;
        }
        boolean samePackage = graph.packageName(file).equals(graph.packageName(here));
        return 1 + (sameFile ? 8 : 0) + (samePackage ? 4 : 0) + (type ? 2 : 0) + (graph.isTest(symbol) ? 0 : 1);
    }

    public static Place place(CodeGraph graph, int symbol) {
        return new Place(graph.path(graph.file(symbol)), graph.line(symbol), graph.column(symbol));
    }

    /** Calls of a symbol; for what is not called, the mentions of its name in the text. */
    public static List<Usage> usages(CodeGraph graph, int symbol, TextScanner text, Cancellation cancellation)
            throws OrreryException {
        List<Usage> usages = new ArrayList<>();
        Set<Place> seen = new HashSet<>();
        addCalls(graph, symbol, usages, seen);
        if (graph.kind(symbol).isType()) {
            for (int member = symbol + 1; member < graph.endSymbol(graph.file(symbol)); member++) {
                if (graph.parent(member) == symbol && graph.kind(member) == SymbolKind.CONSTRUCTOR) {
                    addCalls(graph, member, usages, seen);
                }
            }
        }
        if (!graph.kind(symbol).isCallable()) {
            addMentions(graph.name(symbol), text, usages, seen, cancellation);
        }
        return usages;
    }

    private static void addCalls(CodeGraph graph, int symbol, List<Usage> usages, Set<Place> seen) {
        for (int i = 0; i < graph.incomingCount(symbol); i++) {
            int call = graph.incoming(symbol, i);
            int caller = graph.caller(call);
            Place place = new Place(graph.path(graph.file(caller)), graph.callLine(call), graph.callColumn(call));
            if (seen.add(place)) {
                usages.add(new Usage(place, SymbolText.label(graph, caller), Usage.Source.CALL));
            }
        }
    }

    private static void addMentions(
            String name, TextScanner text, List<Usage> usages, Set<Place> seen, Cancellation cancellation)
            throws OrreryException {
        TextQuery query = new TextQuery(
                "\\b" + Pattern.compile("[^\\p{Alnum}_]").matcher(name).replaceAll("\\\\$0") + "\\b",
                TextQuery.Syntax.REGEX,
                TextQuery.CaseRule.SENSITIVE,
                MENTIONS,
                List.of());
        text.scan(
                query,
                hit -> {
                    Place place = new Place(hit.path(), hit.line(), hit.start() + 1);
                    if (seen.add(place)) {
                        usages.add(new Usage(place, hit.text().strip(), Usage.Source.MENTION));
                    }
                },
                cancellation);
    }
}
