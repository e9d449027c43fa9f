package dev.orrery.indexer.compare;

import dev.orrery.api.Modifiers;
import dev.orrery.api.SymbolKey;
import dev.orrery.api.SymbolKind;
import dev.orrery.indexer.link.unit.ErasedParameters;
import dev.orrery.indexer.link.unit.Names;
import dev.orrery.indexer.parse.Declarations;
import dev.orrery.indexer.parse.FileFacts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one version of a file declares. A line belongs to the innermost declaration around it, and to each declaration whose
 * head, up to the name, it is part of; what belongs to a declaration is its own text. Declarations that nobody wrote have none.
 */
final class FileVersion {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final String path;
    private final FileFacts facts;
    private final Declarations declarations;
    private final byte[] text;
    private final int[] lines;

    private FileVersion(String path, FileFacts facts, byte[] bytes) {
        this.path = path;
        this.facts = facts;
        this.declarations = facts.declarations();
        this.text =
                isUtf16(bytes) ? new String(bytes, StandardCharsets.UTF_16).getBytes(StandardCharsets.UTF_8) : bytes;
        this.lines = lineStarts();
    }

    /** Parents before children, in source order; the keys are those that a graph has for the same facts. */
    static List<Declared> of(String path, FileFacts facts, byte[] bytes) {
        return new FileVersion(path, facts, bytes).declared();
    }

    private static boolean isUtf16(byte[] bytes) {
        int mark = bytes.length < 2 ? 0 : (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        return mark == 0xFEFF || mark == 0xFFFE;
    }

    private List<Declared> declared() {
        Names names = new Names();
        int[] parameters = ErasedParameters.of(facts, names);
        int[] owners = owners();
        List<List<CallSites.Site>> calls = calls();
        List<Declared> all = new ArrayList<>();
        Map<SymbolKey, Integer> ordinals = new HashMap<>();
        String[] qualified = new String[declarations.count()];
        for (int row = 0; row < qualified.length; row++) {
            int parent = declarations.parent(row);
            String before = parent < 0 ? facts.packageName() : qualified[parent];
            String name = name(row);
            qualified[row] = before.isEmpty() ? name : before + "." + name;
            SymbolKey plain = new SymbolKey(
                    facts.language(),
                    path,
                    qualified[row],
                    declarations.kind(row),
                    parameters[row] < 0 ? "" : names.get(parameters[row]),
                    0);
            int ordinal = ordinals.merge(plain, 1, Integer::sum) - 1;
            Declared around = parent < 0 ? null : all.get(parent);
            Declared declared = declared(row, plain.numbered(ordinal), name, around, owners, calls.get(row));
            if (around != null) {
                around.children().add(declared);
            }
            all.add(declared);
        }
        return all;
    }

    private Declared declared(
            int row, SymbolKey key, String name, @Nullable Declared parent, int[] owners, List<CallSites.Site> calls) {
        long hash = FNV_OFFSET;
        int size = 0;
        int end = isImplicit(row) ? 0 : Math.min(declarations.endLine(row), lines.length - 1);
        for (int line = declarations.startLine(row); line <= end; line++) {
            if (owners[line] == row || line <= declarations.line(row)) {
                for (int at = lines[line - 1]; at < lines[line]; at++) {
                    if (text[at] < 0 || text[at] > ' ') {
                        hash = (hash ^ text[at]) * FNV_PRIME;
                        size++;
                    }
                }
            }
        }
        return new Declared(
                key,
                name,
                parent,
                facts.packageName(),
                declarations.startLine(row),
                declarations.endLine(row),
                declarations.modifiers(row),
                hash,
                size,
                calls.isEmpty() ? CallSites.NONE : new CallSites(calls),
                new ArrayList<>(0));
    }

    /** The code of a file outside of declarations has the name of the file. */
    private String name(int row) {
        String name = facts.name(row);
        boolean script = declarations.kind(row) == SymbolKind.INITIALIZER && declarations.parent(row) < 0;
        if (!script || !name.isEmpty()) {
            return name;
        }
        String file = path.substring(path.lastIndexOf('/') + 1);
        int dot = file.indexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }

    private List<List<CallSites.Site>> calls() {
        List<List<CallSites.Site>> calls = new ArrayList<>();
        for (int row = 0; row < declarations.count(); row++) {
            calls.add(new ArrayList<>(0));
        }
        for (int call = 0; call < facts.calls().count(); call++) {
            int owner = facts.calls().owner(call);
            if (owner >= 0) {
                calls.get(owner)
                        .add(new CallSites.Site(
                                facts.string(facts.calls().name(call)),
                                facts.calls().line(call),
                                facts.calls().column(call)));
            }
        }
        return calls;
    }

    private boolean isImplicit(int row) {
        return Modifiers.has(declarations.modifiers(row), Modifiers.IMPLICIT);
    }

    /** The innermost declaration of each line, from 1; -1 where there is none. */
    private int[] owners() {
        int[] owners = new int[lines.length];
        Arrays.fill(owners, -1);
        for (int row = 0; row < declarations.count(); row++) {
            if (!isImplicit(row)) {
                int start = Math.min(declarations.startLine(row), owners.length);
                int end = Math.min(declarations.endLine(row), owners.length - 1);
                Arrays.fill(owners, start, Math.max(start, end + 1), row);
            }
        }
        return owners;
    }

    /** Offsets of the lines' first bytes, and the end. */
    private int[] lineStarts() {
        int[] starts = new int[64];
        int count = 1;
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '\n') {
                if (count + 1 >= starts.length) {
                    starts = Arrays.copyOf(starts, starts.length * 2);
                }
                starts[count++] = i + 1;
            }
        }
        starts[count] = text.length;
        return Arrays.copyOf(starts, count + 1);
    }
}
