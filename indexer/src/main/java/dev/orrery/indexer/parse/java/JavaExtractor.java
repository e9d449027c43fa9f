package dev.orrery.indexer.parse.java;

import dev.orrery.api.Language;
import dev.orrery.indexer.parse.FactExtractor;
import dev.orrery.indexer.parse.FactsBuilder;
import dev.orrery.indexer.parse.FileFacts;
import dev.orrery.indexer.parse.FlatTree;
import dev.orrery.indexer.parse.Grammar;
import dev.orrery.indexer.parse.LiveFacts;
import dev.orrery.indexer.parse.Positions;
import dev.orrery.indexer.parse.Skeleton;

/** Facts of Java files, deep enough to infer types: every declaration, variable, call and what calls depend on. */
public final class JavaExtractor implements FactExtractor {
    public static final Language JAVA = new Language("java");

    private final JavaNode[] kinds;
    private final JavaFields fields;

    public JavaExtractor(Grammar grammar) {
        kinds = JavaTree.kinds(grammar);
        fields = JavaFields.of(grammar);
    }

    @Override
    public Language language() {
        return JAVA;
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public FileFacts extract(FlatTree flat, byte[] utf8) {
        JavaTree tree = new JavaTree(flat, utf8, kinds, fields);
        FactsBuilder facts = new FactsBuilder(JAVA, utf8);
        facts.tokens(tree.tokens());
        new JavaWalk(tree, facts, null, JavaRows.NONE).file();
        return facts.build();
    }

    /** The file's facts beside the tree that they were read from, with all that nobody is called by. */
    public JavaSyntax syntax(FlatTree flat, byte[] utf8) {
        JavaTree tree = new JavaTree(flat, utf8, kinds, fields);
        FactsBuilder facts = new FactsBuilder(JAVA, utf8);
        JavaRows rows = JavaRows.of(tree.size());
        new JavaWalk(tree, facts, null, rows).file();
        return new JavaSyntax(tree, facts.buildLive(new Positions()), rows);
    }

    @Override
    public LiveFacts live(FlatTree flat, byte[] utf8, String caretName) {
        JavaTree tree = new JavaTree(flat, utf8, kinds, fields);
        FactsBuilder facts = new FactsBuilder(JAVA, utf8, caretName);
        Positions positions = new Positions();
        new JavaWalk(tree, facts, positions, JavaRows.NONE).file();
        return facts.buildLive(positions);
    }

    @Override
    public Skeleton skeleton(byte[] utf8) {
        return JavaSkeleton.of(utf8);
    }
}
