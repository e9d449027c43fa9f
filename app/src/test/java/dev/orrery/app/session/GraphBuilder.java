package dev.orrery.app.session;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.GraphColumns;
import dev.orrery.api.Modifiers;
import dev.orrery.api.Resolution;
import dev.orrery.api.SymbolKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Builds small graphs for tests: files with packages, declarations with lines, and calls between them. */
public final class GraphBuilder {
    private final Map<String, SourceFile> files = new TreeMap<>();
    private final Map<String, Declared> byName = new TreeMap<>();

    private static final class SourceFile {
        String packageName = "";
        int lines = 100;
        boolean test;
        final List<Declared> declared = new ArrayList<>();
    }

    private static final class Declared {
        String name = "";
        SymbolKind kind = SymbolKind.METHOD;
        int modifiers;
        int line;
        int end;
        String parent = "";
        final List<Call> calls = new ArrayList<>();
    }

    private record Call(String callee, int line, int column, Resolution resolution) {}

    public GraphBuilder file(String path, String packageName, int lines) {
        SourceFile file = files.computeIfAbsent(path, key -> new SourceFile());
        file.packageName = packageName;
        file.lines = lines;
        return this;
    }

    public GraphBuilder test(String path) {
        files.get(path).test = true;
        return this;
    }

    /** @param id unique in the graph; the simple name is what follows its last dot */
    public GraphBuilder symbol(String path, String id, SymbolKind kind, String parent, int line, int end) {
        Declared declared = new Declared();
        declared.name = id.substring(id.lastIndexOf('.') + 1);
        declared.kind = kind;
        declared.modifiers = Modifiers.PUBLIC;
        declared.line = line;
        declared.end = end;
        declared.parent = parent;
        files.get(path).declared.add(declared);
        byName.put(id, declared);
        return this;
    }

    public GraphBuilder call(String caller, String callee, int line, Resolution resolution) {
        byName.get(caller).calls.add(new Call(callee, line, 9, resolution));
        return this;
    }

    public CodeGraph build(long generation) {
        List<String> strings = new ArrayList<>();
        List<Declared> all = new ArrayList<>();
        List<Integer> fileOf = new ArrayList<>();
        int fileCount = files.size();
        int[] filePath = new int[fileCount];
        int[] filePackage = new int[fileCount];
        int[] fileLines = new int[fileCount];
        byte[] fileTest = new byte[fileCount];
        int[] first = new int[fileCount + 1];
        int number = 0;
        for (Map.Entry<String, SourceFile> entry : files.entrySet()) {
            filePath[number] = add(strings, entry.getKey());
            filePackage[number] = add(strings, entry.getValue().packageName);
            fileLines[number] = entry.getValue().lines;
            fileTest[number] = (byte) (entry.getValue().test ? 1 : 0);
            first[number] = all.size();
            for (Declared declared : entry.getValue().declared) {
                all.add(declared);
                fileOf.add(number);
            }
            number++;
            first[number] = all.size();
        }
        int n = all.size();
        byte[] kind = new byte[n];
        int[] name = new int[n];
        int[] parameters = new int[n];
        int[] parent = new int[n];
        int[] line = new int[n];
        int[] column = new int[n];
        int[] end = new int[n];
        int[] modifiers = new int[n];
        int[] firstCall = new int[n + 1];
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            Declared declared = all.get(i);
            kind[i] = (byte) declared.kind.ordinal();
            name[i] = add(strings, declared.name);
            parameters[i] = declared.kind.isCallable() ? add(strings, "") : -1;
            parent[i] = declared.parent.isEmpty() ? -1 : all.indexOf(byName.get(declared.parent));
            line[i] = declared.line;
            column[i] = 5;
            end[i] = declared.end;
            modifiers[i] = declared.modifiers;
            firstCall[i] = calls.size();
            calls.addAll(declared.calls);
            firstCall[i + 1] = calls.size();
        }
        int c = calls.size();
        int[] callee = new int[c];
        int[] callName = new int[c];
        int[] callLine = new int[c];
        int[] callColumn = new int[c];
        byte[] resolution = new byte[c];
        for (int i = 0; i < c; i++) {
            Call call = calls.get(i);
            boolean known = byName.containsKey(call.callee()) && call.resolution() != Resolution.EXTERNAL;
            callee[i] = known ? all.indexOf(byName.get(call.callee())) : -1;
            callName[i] = add(strings, call.callee().substring(call.callee().lastIndexOf('.') + 1));
            callLine[i] = call.line();
            callColumn[i] = call.column();
            resolution[i] = (byte) call.resolution().ordinal();
        }
        return new CodeGraph(
                generation,
                new GraphColumns(
                        strings.toArray(String[]::new),
                        new String[] {"java"},
                        filePath,
                        new byte[fileCount],
                        filePackage,
                        fileLines,
                        fileTest,
                        first,
                        kind,
                        name,
                        parameters,
                        parent,
                        fileOf.stream().mapToInt(Integer::intValue).toArray(),
                        line,
                        column,
                        line,
                        end,
                        modifiers,
                        firstCall,
                        new int[n + 1],
                        new int[0],
                        new int[n + 1],
                        new int[0],
                        callee,
                        callName,
                        callLine,
                        callColumn,
                        resolution,
                        new int[c + 1],
                        new int[0]));
    }

    private static int add(List<String> strings, String text) {
        strings.add(text);
        return strings.size() - 1;
    }
}
