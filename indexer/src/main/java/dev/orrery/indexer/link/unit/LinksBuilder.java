package dev.orrery.indexer.link.unit;

import dev.orrery.api.GraphColumns;
import dev.orrery.api.Resolution;
import dev.orrery.indexer.parse.Calls;
import dev.orrery.indexer.parse.ExpressionKind;
import dev.orrery.indexer.parse.FileFacts;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** Collects the links of one unit; one owner at a time. */
public final class LinksBuilder {
    private final Names names;
    private final FileFacts facts;
    private final int[] callee;
    private final int[] callName;
    private final byte[] resolution;
    private final int[][] candidates;
    private final BitSet dependencies = new BitSet();
    private final IntStream.Builder supertypes = IntStream.builder();
    private final IntStream.Builder overrides = IntStream.builder();
    private final NumberSet asked = new NumberSet();

    public LinksBuilder(SourceUnit unit, Names names) {
        this.names = names;
        facts = unit.facts();
        Calls sites = facts.calls();
        int calls = sites.count();
        callee = new int[calls];
        callName = new int[calls];
        resolution = new byte[calls];
        candidates = new int[calls][];
        Arrays.fill(callee, -1);
        Arrays.fill(resolution, (byte) Resolution.EXTERNAL.ordinal());
        Arrays.fill(candidates, UnitLinks.EMPTY);
        for (int call = 0; call < calls; call++) {
            callName[call] = unit.name(sites.name(call));
        }
    }

    /** The call reaches something outside of the repository; {@code qualified} is its name as far as it is known. */
    public void external(int call, String qualified) {
        callName[call] = names.intern(qualified);
    }

    /** The call reaches the first of {@code handles}; the others are its candidates. */
    public void reaches(int call, Resolution how, List<Integer> handles) {
        callee[call] = handles.getFirst();
        resolution[call] = (byte) (isOnSuper(call) ? GraphColumns.NOT_VIRTUAL + how.ordinal() : how.ordinal());
        if (handles.size() > 1) {
            candidates[call] =
                    handles.stream().skip(1).mapToInt(Integer::intValue).toArray();
        }
    }

    private boolean isOnSuper(int call) {
        int receiver = facts.calls().receiver(call);
        return receiver >= 0 && facts.expressions().kind(receiver) == ExpressionKind.SUPER;
    }

    public void supertype(int type, int supertype) {
        supertypes.add(type).add(supertype);
    }

    public void overrides(int overridden, int overrider) {
        overrides.add(overridden).add(overrider);
    }

    /** A unit's declarations were looked at. */
    public void dependsOn(SourceUnit unit) {
        dependencies.set(unit.slot());
    }

    /** A name was looked up in the whole repository. */
    public void asks(int name) {
        asked.add(name);
    }

    public BitSet dependencies() {
        return dependencies;
    }

    public UnitLinks build() {
        return new UnitLinks(
                callee,
                callName,
                resolution,
                candidates,
                supertypes.build().toArray(),
                overrides.build().toArray(),
                new Slots(dependencies.stream().toArray()),
                asked.sorted());
    }
}
