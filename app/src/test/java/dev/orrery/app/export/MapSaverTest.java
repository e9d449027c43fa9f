package dev.orrery.app.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.OrreryException;
import dev.orrery.app.cli.Json;
import dev.orrery.app.session.Samples;
import dev.orrery.render3d.city.City;
import dev.orrery.render3d.frame.Box;
import dev.orrery.render3d.frame.Detail;
import dev.orrery.render3d.frame.Focus;
import dev.orrery.render3d.frame.FrameRequest;
import dev.orrery.render3d.frame.Framing;
import dev.orrery.render3d.frame.Passage;
import dev.orrery.render3d.layout.Layout;
import dev.orrery.render3d.picture.MapLabel;
import dev.orrery.render3d.picture.MapPicture;
import dev.orrery.render3d.scene.Appearance;
import dev.orrery.render3d.scene.ColourBy;
import dev.orrery.render3d.scene.MapFilter;
import dev.orrery.render3d.scene.MapTheme;
import dev.orrery.render3d.scene.Scene;
import dev.orrery.render3d.scene.SizeBy;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.image.WritableImage;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class MapSaverTest {
    @TempDir
    Path folder;

    private final CodeGraph graph = Samples.graph();
    private final Layout layout = Layout.of(Scene.of(graph));
    private final Appearance looks =
            Appearance.of(layout.scene(), ColourBy.REGION, SizeBy.LINES, MapFilter.all(), MapTheme.DARK);
    private final FrameRequest request = new FrameRequest(
            layout, looks, Framing.whole(layout, 640, 480), Focus.none(), 640, 480, 1, Detail.moving(), Passage.GALAXY);
    private final MapLabel label =
            new MapLabel("a<b>&\u0007", "1,234", new Box(10, 20, 90, 22), 13, true, 0xff112233, 0xcc000000, 0xff445566);
    private final MapSaver saver =
            new MapSaver(graph, new MapPicture(request, List.of(label)), new WritableImage(3, 2));

    private Path save(SavedForm form) throws OrreryException {
        Path file = folder.resolve("map." + form.ending());
        saver.save(form, file);
        return file;
    }

    private static Document xml(Path file) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(file.toFile());
    }

    @Test
    void theDrawingHoldsEveryBodyAndEveryLabel() throws Exception {
        Document drawing = xml(save(SavedForm.SVG));
        assertEquals(
                layout.scene().bodyCount(),
                drawing.getElementsByTagName("circle").getLength(),
                "also what is left out while the map moves");
        assertTrue(drawing.getElementsByTagName("polyline").getLength() > 0, "calls and floor");
        assertEquals("a<b>&?", drawing.getElementsByTagName("text").item(0).getTextContent());
        for (int i = 0; i < layout.scene().bodyCount(); i++) {
            String fill = ((Element) drawing.getElementsByTagName("circle").item(i)).getAttribute("fill");
            String gradient = fill.substring("url(#".length(), fill.length() - 1);
            assertTrue(
                    Files.readString(folder.resolve("map.svg")).contains("id=\"" + gradient + "\""),
                    "the gradient is defined: " + gradient);
        }
    }

    @Test
    void theCityIsAModelToo() throws Exception {
        City city = City.of(layout.scene(), SizeBy.LINES, SizeBy.LINES);
        FrameRequest over = new FrameRequest(
                city.layout(),
                looks,
                Framing.whole(layout, 640, 480),
                Focus.none(),
                640,
                480,
                1,
                Detail.full(),
                Passage.in(city));
        Path file = folder.resolve("city.glb");
        new MapSaver(graph, new MapPicture(over, List.of()), new WritableImage(1, 1)).save(SavedForm.GLB, file);
        assertEquals(
                (graph.fileCount() + layout.scene().bodyCount()) * 12,
                facesOf(file),
                "six sides of two triangles each");
        Path drawn = folder.resolve("city.svg");
        new MapSaver(graph, new MapPicture(over, List.of()), new WritableImage(1, 1)).save(SavedForm.SVG, drawn);
        assertTrue(xml(drawn).getElementsByTagName("polygon").getLength() > graph.fileCount(), "roofs and walls");
    }

    /** The rules of glTF 2.0 that a reader relies on: sizes, alignment, indices within their vertices, true bounds. */
    @Test
    void theModelIsBinaryGltfWithFacesThatLookOutward() throws Exception {
        assertEquals(layout.scene().bodyCount() * 20, facesOf(save(SavedForm.GLB)));
    }

    private static int facesOf(Path model) throws Exception {
        ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(model)).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(0x46546C67, file.getInt());
        assertEquals(2, file.getInt());
        assertEquals(file.capacity(), file.getInt());
        byte[] text = new byte[file.getInt()];
        assertEquals(0, text.length % 4);
        assertEquals(0x4E4F534A, file.getInt());
        file.get(text);
        Object json = Json.parse(new String(text, StandardCharsets.UTF_8));
        int size = file.getInt();
        assertEquals(0x004E4942, file.getInt());
        assertEquals(file.remaining(), size);
        assertEquals(size, number(json, "buffers", 0, "byteLength"));
        ByteBuffer data = file.slice().order(ByteOrder.LITTLE_ENDIAN);

        int end = 0;
        for (Object view : list(json, "bufferViews")) {
            assertEquals(end, number(view, "byteOffset"));
            assertEquals(0, end % 4);
            end += number(view, "byteLength");
        }
        assertEquals(size, end);
        int faces = 0;
        List<?> nodes = list(json, "nodes");
        for (Object node : nodes) {
            Object primitive = at(json, "meshes", number(node, "mesh"), "primitives", 0);
            if (((Map<?, ?>) primitive).containsKey("indices")) {
                faces += outward(json, primitive, data);
            }
        }
        assertEquals("calls", at(nodes.getLast(), "name"));
        return faces;
    }

    private static Object at(Object json, Object... path) {
        Object value = json;
        for (Object step : path) {
            value = step instanceof Integer row ? ((List<?>) value).get(row) : ((Map<?, ?>) value).get(step);
        }
        return Objects.requireNonNull(value);
    }

    private static int number(Object json, Object... path) {
        return ((Number) at(json, path)).intValue();
    }

    private static List<?> list(Object json, Object... path) {
        return (List<?>) at(json, path);
    }

    /** The number of faces. */
    private static int outward(Object json, Object primitive, ByteBuffer data) {
        Object places = at(json, "accessors", number(primitive, "attributes", "POSITION"));
        Object faces = at(json, "accessors", number(primitive, "indices"));
        int vertices = number(json, "bufferViews", number(places, "bufferView"), "byteOffset");
        int indices = number(json, "bufferViews", number(faces, "bufferView"), "byteOffset");
        int count = number(faces, "count");
        float most = -Float.MAX_VALUE;
        for (int vertex = 0; vertex < number(places, "count"); vertex++) {
            most = Math.max(most, data.getFloat(vertices + vertex * 28));
        }
        assertEquals(most, ((Number) at(places, "max", 0)).floatValue());
        for (int face = 0; face < count; face += 3) {
            float[][] corners = new float[3][6];
            for (int corner = 0; corner < 3; corner++) {
                int index = data.getInt(indices + (face + corner) * 4);
                assertTrue(index >= 0 && index < number(places, "count"));
                for (int i = 0; i < 6; i++) {
                    corners[corner][i] = data.getFloat(vertices + index * 28 + i * 4);
                }
            }
            assertTrue(turn(corners) > 0, "face " + face / 3 + " looks outward");
        }
        return count / 3;
    }

    /** How far the face's own normal points along that of its first corner. */
    private static float turn(float[][] c) {
        float ux = c[1][0] - c[0][0];
        float uy = c[1][1] - c[0][1];
        float uz = c[1][2] - c[0][2];
        float vx = c[2][0] - c[0][0];
        float vy = c[2][1] - c[0][1];
        float vz = c[2][2] - c[0][2];
        return (uy * vz - uz * vy) * c[0][3] + (uz * vx - ux * vz) * c[0][4] + (ux * vy - uy * vx) * c[0][5];
    }

    @Test
    void theGraphIsTheWholeGraph() throws Exception {
        assertEquals(
                4, xml(save(SavedForm.GRAPHML)).getElementsByTagName("edge").getLength());
        assertTrue(Files.readString(save(SavedForm.DOT)).startsWith("digraph calls {\n"));
        assertTrue(Files.size(save(SavedForm.PNG)) > 60);
    }

    @Test
    void whatStoodThereStaysWhereItCannotBeWritten() throws Exception {
        Path file = folder.resolve("kept.svg");
        Files.createDirectories(file.resolve("in"));
        OrreryException failed = assertThrows(OrreryException.class, () -> saver.save(SavedForm.SVG, file));
        assertEquals("app.open.unwritable", failed.userMessage().key());
        assertTrue(Files.isDirectory(file.resolve("in")), "untouched");
        try (Stream<Path> left = Files.list(folder)) {
            assertArrayEquals(new Path[] {file}, left.toArray());
        }
        assertFalse(SavedForm.of("map.txt").isPresent());
        assertEquals(SavedForm.GRAPHML, SavedForm.of("Map.GraphML").orElseThrow());
    }
}
