package dev.orrery.app.export;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.render3d.picture.MapPicture;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import javafx.scene.image.Image;

/**
 * What is on the map at one moment, written to a file the user chose: first beside it, then in its place, so that a full
 * disk leaves what was there before. Any thread.
 *
 * @param graph the call graph
 * @param picture the view
 * @param screen the view as it looks on the screen
 */
public record MapSaver(CodeGraph graph, MapPicture picture, Image screen) {
    public void save(SavedForm form, Path file) throws OrreryException {
        Path beside = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            OutputStream fresh = Files.newOutputStream(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try (OutputStream out = new BufferedOutputStream(fresh, 1 << 16)) {
                write(form, out);
            }
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | UncheckedIOException failed) {
            String why = String.valueOf(failed.getMessage());
            try {
                Files.deleteIfExists(beside);
            } catch (IOException left) {
                failed.addSuppressed(left);
            }
            throw new OrreryException(UserMessage.of("app.open.unwritable", file.toString(), why), failed);
        }
    }

    private void write(SavedForm form, OutputStream out) throws IOException {
        switch (form) {
            case PNG -> out.write(PngFile.bytes(screen));
            case SVG -> picture.writeSvg(out);
            case GLB -> picture.writeGlb(out);
            case GRAPHML -> text(new GraphMl(), out);
            case DOT -> text(new Dot(), out);
        }
    }

    private void text(GraphFormat format, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        format.write(graph, piece -> {
            try {
                writer.write(piece);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
        writer.flush();
    }
}
