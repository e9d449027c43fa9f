package dev.orrery.indexer.link.unit;

import dev.orrery.api.Language;
import dev.orrery.api.Modifiers;
import dev.orrery.indexer.parse.Calls;
import dev.orrery.indexer.parse.FileFacts;
import dev.orrery.indexer.parse.Imports;
import dev.orrery.indexer.parse.KeptFacts;
import java.util.Arrays;

/**
 * One file as the linker knows it: its facts, its names as numbers of {@link Names}, and the handles of its declarations.
 * A file that changes becomes another unit in the same slot. All but the links is immutable.
 */
public final class SourceUnit {
    private final int slot;
    private final String path;
    private final KeptFacts facts;
    private final Language language;
    private final DeclarationHeads heads;
    private final int lines;
    private final int[] names;
    private final int[] declared;
    private final int[] included;
    private final boolean naming;
    private final int[] mentions;
    private final int[] parameters;
    private final int[] firstCall;
    private final int[] callOrder;
    private final int pathName;
    private final int packageName;
    private final int stemName;
    private final boolean test;
    private int[] handles = {};
    private volatile UnitLinks links = UnitLinks.NONE;

    public SourceUnit(int slot, String path, KeptFacts kept, Names names) {
        this.slot = slot;
        this.path = path;
        this.facts = kept;
        FileFacts facts = kept.get();
        language = facts.language();
        heads = DeclarationHeads.of(facts);
        lines = facts.lines();
        this.names = new int[facts.pool().count()];
        for (int i = 0; i < this.names.length; i++) {
            this.names[i] = names.intern(facts.string(i));
        }
        declared = new int[heads.count()];
        for (int row = 0; row < declared.length; row++) {
            declared[row] = this.names[facts.declarations().name(row)];
        }
        included = included(facts.imports());
        naming = included.length < facts.imports().count();
        mentions = language.id().equals("java") ? Mentions.of(facts, this.names, names) : UnitLinks.EMPTY;
        parameters = ErasedParameters.of(facts, names);
        firstCall = new int[facts.declarations().count() + 1];
        callOrder = new int[facts.calls().count()];
        orderCalls(facts.calls());
        pathName = names.intern(path);
        packageName = names.intern(facts.packageName());
        stemName = names.intern(stem(path));
        test = TestPaths.isTest(path) || declaresTests(facts);
    }

    private int[] included(Imports imports) {
        int[] paths = new int[imports.count()];
        int count = 0;
        for (int row = 0; row < paths.length; row++) {
            if ((imports.flags(row) & Imports.ON_DEMAND) != 0) {
                paths[count++] = names[imports.path(row)];
            }
        }
        return Arrays.copyOf(paths, count);
    }

    private static String stem(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        int dot = file.indexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }

    private static boolean declaresTests(FileFacts facts) {
        for (int row = 0; row < facts.declarations().count(); row++) {
            if (facts.declarations().parent(row) < 0
                    && Modifiers.has(facts.declarations().modifiers(row), Modifiers.TEST)) {
                return true;
            }
        }
        return false;
    }

    private void orderCalls(Calls calls) {
        for (int call = 0; call < callOrder.length; call++) {
            firstCall[Math.max(0, calls.owner(call)) + 1]++;
        }
        for (int i = 1; i < firstCall.length; i++) {
            firstCall[i] += firstCall[i - 1];
        }
        int[] next = firstCall.clone();
        for (int call = 0; call < callOrder.length; call++) {
            callOrder[next[Math.max(0, calls.owner(call))]++] = call;
        }
    }

    /** The file's number while it is known, small and dense, for bit sets. */
    public int slot() {
        return slot;
    }

    public String path() {
        return path;
    }

    /** The facts, which are read anew where they were packed: whoever needs many of their rows asks once. */
    /** Its facts as they are kept. */
    public KeptFacts kept() {
        return facts;
    }

    public FileFacts facts() {
        return facts.get();
    }

    /** What is asked of declarations so often that it is always at hand. */
    public DeclarationHeads heads() {
        return heads;
    }

    public Language language() {
        return language;
    }

    /** The number in {@link Names} of the path. */
    public int pathName() {
        return pathName;
    }

    /** The number in {@link Names} of the package. */
    public int packageName() {
        return packageName;
    }

    /** The number in {@link Names} of the file's name without extension. */
    public int stemName() {
        return stemName;
    }

    /** Whether the file holds tests. */
    public boolean isTest() {
        return test;
    }

    /** The number in {@link Names} of a string of the facts. */
    public int name(int string) {
        return names[string];
    }

    /** The number in {@link Names} of a declaration's name. */
    public int declared(int declaration) {
        return declared[declaration];
    }

    /** The numbers in {@link Names} of the paths of which all names are imported, in order; kept, not copied. */
    public int[] included() {
        return included;
    }

    /** Whether names are imported one by one. */
    public boolean isNaming() {
        return naming;
    }

    public int lines() {
        return lines;
    }

    public int callCount() {
        return callOrder.length;
    }

    /** The number in {@link Names} of a declaration's erased parameters, -1 where its kind has none. */
    public int parameters(int declaration) {
        return parameters[declaration];
    }

    /** Whether the file's text has that name anywhere, also as a part of a dotted one; Java files only. */
    public boolean mentions(int name) {
        return Arrays.binarySearch(mentions, name) >= 0;
    }

    /** Whether the file mentions one of the names, which are sorted. */
    public boolean mentionsAny(int[] sorted) {
        for (int name : sorted) {
            if (mentions(name)) {
                return true;
            }
        }
        return false;
    }

    /** The start of a declaration's calls in {@link #call}; the next declaration's start is their end. */
    public int firstCall(int declaration) {
        return firstCall[declaration];
    }

    /** The row of the call at that place when calls are grouped by owner. */
    public int call(int place) {
        return callOrder[place];
    }

    /** The handle under which a declaration is known to all units. */
    public int handle(int declaration) {
        return handles[declaration];
    }

    int[] handles() {
        return handles;
    }

    void handles(int[] assigned) {
        handles = assigned;
    }

    public UnitLinks links() {
        return links;
    }

    public void links(UnitLinks found) {
        links = found;
    }

    @Override
    public String toString() {
        return path;
    }
}
