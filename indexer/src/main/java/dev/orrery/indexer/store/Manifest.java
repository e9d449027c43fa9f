package dev.orrery.indexer.store;

/**
 * Which files make up the committed index.
 *
 * @param generation grows with every commit
 * @param graph generation of the graph's file
 * @param files generation of the file table's file
 * @param text what the text index calls the commit that belongs to this one
 * @param toolchain what extracted and linked
 * @param libraries the key of the libraries that the graph was linked with
 */
public record Manifest(long generation, long graph, long files, String text, String toolchain, String libraries) {
    byte[] encode() {
        ColumnWriter out = new ColumnWriter();
        out.number(generation);
        out.number(graph);
        out.number(files);
        out.text(text);
        out.text(toolchain);
        out.text(libraries);
        return out.toBytes();
    }

    static Manifest decode(byte[] bytes) throws DamagedException {
        ColumnReader in = new ColumnReader(bytes);
        return new Manifest(in.number(), in.number(), in.number(), in.text(), in.text(), in.text());
    }
}
