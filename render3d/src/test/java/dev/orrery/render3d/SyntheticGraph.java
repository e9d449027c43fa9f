package dev.orrery.render3d;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.GraphColumns;
import dev.orrery.api.Modifiers;
import dev.orrery.api.Resolution;
import dev.orrery.api.SymbolKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A made-up repository of the shape of real ones: packages of different sizes, types with a few or many members, calls that
 * mostly stay near and mostly go to a few popular members. The same seed gives the same graph; files can be added and
 * removed.
 */
public final class SyntheticGraph {
    private static final String[] PACKAGES = {
        "org/harbour/index",
        "org/harbour/index/merge",
        "org/harbour/search",
        "org/harbour/search/query",
        "org/harbour/store",
        "org/harbour/util",
        "org/harbour/util/collect",
        "org/harbour/codecs",
        "org/harbour/analysis",
        "org/harbour/analysis/tokens",
        "org/harbour/document",
        "org/harbour/facet",
        "org/harbour/geo",
        "org/harbour/queries",
        "org/beacon/net",
        "org/beacon/net/http",
        "org/beacon/core",
        "org/beacon/context",
        "org/beacon/beans"
    };

    private final Map<String, Integer> files = new LinkedHashMap<>();
    private final long seed;

    private SyntheticGraph(long seed) {
        this.seed = seed;
    }

    /** About {@code types} types and fourteen times as many methods. */
    public static SyntheticGraph ofTypes(int types, long seed) {
        SyntheticGraph made = new SyntheticGraph(seed);
        Random random = new Random(seed);
        for (int i = 0; i < types; i++) {
            int place = (int) (PACKAGES.length * Math.pow(random.nextDouble(), 1.4));
            made.files.put(
                    PACKAGES[place] + "/Type" + i + ".java", 3 + (int) (26 * Math.pow(random.nextDouble(), 2.2)));
        }
        return made;
    }

    /** Adds a file of one type with {@code methods} methods. */
    public SyntheticGraph with(String path, int methods) {
        SyntheticGraph copy = new SyntheticGraph(seed);
        copy.files.putAll(files);
        copy.files.put(path, methods);
        return copy;
    }

    public SyntheticGraph without(String path) {
        SyntheticGraph copy = new SyntheticGraph(seed);
        copy.files.putAll(files);
        copy.files.remove(path);
        return copy;
    }

    public List<String> paths() {
        return files.keySet().stream().sorted().toList();
    }

    public int methods(String path) {
        return files.getOrDefault(path, 0);
    }

    public CodeGraph graph() {
        return new Builder().build();
    }

    private final class Builder {
        private final List<String> strings = new ArrayList<>();
        private final Map<String, Integer> numbers = new LinkedHashMap<>();
        private final List<String> paths =
                files.keySet().stream().sorted(Comparator.naturalOrder()).toList();
        private final List<int[]> symbols = new ArrayList<>();
        private final List<int[]> calls = new ArrayList<>();
        private final List<int[]> methodsByFile = new ArrayList<>();

        private int string(String text) {
            return numbers.computeIfAbsent(text, key -> {
                strings.add(key);
                return strings.size() - 1;
            });
        }

        private CodeGraph build() {
            int n = paths.size();
            int[] filePath = new int[n];
            int[] filePackage = new int[n];
            int[] fileLines = new int[n];
            int[] firstSymbol = new int[n + 1];
            for (int file = 0; file < n; file++) {
                String path = paths.get(file);
                String folder = path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
                filePath[file] = string(path);
                filePackage[file] = string(folder.replace('/', '.'));
                firstSymbol[file] = symbols.size();
                fileLines[file] = file(path, file);
            }
            firstSymbol[n] = symbols.size();
            call();
            return columns(filePath, filePackage, fileLines, firstSymbol);
        }

        private int file(String path, int file) {
            Random random = new Random(seed * 31 + path.hashCode());
            int type = symbols.size();
            String name = path.substring(path.lastIndexOf('/') + 1).replace(".java", "");
            int line = 10;
            int count = files.get(path);
            symbols.add(new int[] {SymbolKind.CLASS.ordinal(), string(name), -1, -1, file, 5, 1, 0, Modifiers.PUBLIC});
            int[] methods = new int[count];
            for (int i = 0; i < count; i++) {
                int lines = 2 + (int) (60 * Math.pow(random.nextDouble(), 4));
                SymbolKind kind = i == 0 ? SymbolKind.CONSTRUCTOR : SymbolKind.METHOD;
                int visible = random.nextInt(3) == 0 ? Modifiers.PRIVATE : Modifiers.PUBLIC;
                methods[i] = symbols.size();
                symbols.add(new int[] {
                    kind.ordinal(),
                    string(i == 0 ? name : "step" + i),
                    string("int"),
                    type,
                    file,
                    line,
                    line,
                    line + lines,
                    visible
                });
                line += lines + 1;
            }
            symbols.get(type)[7] = line;
            methodsByFile.add(methods);
            return line + 1;
        }

        private void call() {
            for (int file = 0; file < paths.size(); file++) {
                Random random = new Random(seed * 17 + paths.get(file).hashCode());
                for (int method : methodsByFile.get(file)) {
                    int count = random.nextInt(7);
                    for (int i = 0; i < count; i++) {
                        calls.add(new int[] {method, target(file, random), resolution(random)});
                    }
                }
            }
        }

        private int resolution(Random random) {
            double dice = random.nextDouble();
            return (dice < 0.8 ? Resolution.EXACT : dice < 0.92 ? Resolution.INFERRED : Resolution.AMBIGUOUS).ordinal();
        }

        /** Half the calls stay in the file, some in the package, the rest go to popular files. */
        private int target(int file, Random random) {
            double dice = random.nextDouble();
            int to = file;
            if (dice > 0.8) {
                to = (int) (paths.size() * Math.pow(random.nextDouble(), 3));
                to = (to * 7919) % paths.size();
            } else if (dice > 0.45) {
                to = Math.clamp(file + (int) (random.nextGaussian() * 12), 0, paths.size() - 1);
            }
            int[] methods = methodsByFile.get(to);
            return methods.length == 0 ? -1 : methods[(int) (methods.length * Math.pow(random.nextDouble(), 2.5))];
        }

        private int[] column(int which) {
            return symbols.stream().mapToInt(row -> row[which]).toArray();
        }

        private CodeGraph columns(int[] filePath, int[] filePackage, int[] fileLines, int[] firstSymbol) {
            int n = symbols.size();
            byte[] kinds = new byte[n];
            for (int i = 0; i < n; i++) {
                kinds[i] = (byte) symbols.get(i)[0];
            }
            calls.sort(Comparator.comparingInt(row -> row[0]));
            int[] firstCall = new int[n + 1];
            calls.forEach(row -> firstCall[row[0] + 1]++);
            for (int i = 0; i < n; i++) {
                firstCall[i + 1] += firstCall[i];
            }
            int[] callee = calls.stream().mapToInt(row -> row[1]).toArray();
            byte[] resolution = new byte[callee.length];
            int[] callName = new int[callee.length];
            for (int i = 0; i < callee.length; i++) {
                resolution[i] = (byte) (callee[i] < 0 ? Resolution.EXTERNAL.ordinal() : calls.get(i)[2]);
                callName[i] = string("call");
            }
            return new CodeGraph(
                    1,
                    new GraphColumns(
                            strings.toArray(String[]::new),
                            new String[] {"java"},
                            filePath,
                            new byte[filePath.length],
                            filePackage,
                            fileLines,
                            new byte[filePath.length],
                            firstSymbol,
                            kinds,
                            column(1),
                            column(2),
                            column(3),
                            column(4),
                            column(5),
                            new int[n],
                            column(6),
                            column(7),
                            column(8),
                            firstCall,
                            new int[n + 1],
                            new int[0],
                            new int[n + 1],
                            new int[0],
                            callee,
                            callName,
                            new int[callee.length],
                            new int[callee.length],
                            resolution,
                            new int[callee.length + 1],
                            new int[0]));
        }
    }
}
