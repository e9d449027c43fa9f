package dev.orrery.render3d.picture;

import dev.orrery.render3d.city.Boxes;
import dev.orrery.render3d.city.City;
import dev.orrery.render3d.frame.FrameRequest;
import dev.orrery.render3d.layout.Points;
import dev.orrery.render3d.scene.Appearance;
import dev.orrery.render3d.scene.Links;
import dev.orrery.render3d.scene.Scene;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a scene as one binary glTF 2.0 file (Khronos, ISO/IEC 12113): a node with a mesh for each region, named as the
 * region, of icosahedra in the galaxy and of boxes in the city, and one node with all calls as straight lines. Coloured by vertex, core features only, so that every
 * viewer shows it. Memory: one region at a time, after one pass that counts.
 */
final class GlbWriter {
    private static final int MAGIC = 0x46546C67;
    private static final int JSON = 0x4E4F534A;
    private static final int BINARY = 0x004E4942;
    /** Bytes of a corner: place and normal as three floats each, colour as four bytes. */
    private static final int CORNER = 28;
    /** Bytes of a line's end: place and colour. */
    private static final int END = 16;

    private static final float[] CORNERS = icosahedron();
    private static final int[] FACES = {
        0, 11, 5, 0, 5, 1, 0, 1, 7, 0, 7, 10, 0, 10, 11, 1, 5, 9, 5, 11, 4, 11, 10, 2, 10, 7, 6, 7, 1, 8, 3, 9, 4, 3, 4,
        2, 3, 2, 6, 3, 6, 8, 3, 8, 9, 4, 9, 5, 2, 4, 11, 6, 2, 10, 8, 6, 7, 9, 8, 1
    };

    /** Corner by corner of a box: its face's axis, its side on it, and the sides on the two axes that follow. */
    private static final int[][] BOX = box();

    private final Scene scene;
    private final @Nullable City city;
    private final Points places;
    private final Appearance looks;

    GlbWriter(FrameRequest request) {
        this.scene = request.scene();
        this.places = request.layout().bodies();
        this.looks = request.appearance();
        this.city = request.passage().arrived() ? request.passage().city() : null;
    }

    private static int[][] box() {
        int[][] corners = new int[24][];
        int next = 0;
        for (int axis = 0; axis < 3; axis++) {
            for (int side = 0; side < 2; side++) {
                for (int turn = 0; turn < 4; turn++) {
                    int along = turn == 1 || turn == 2 ? 1 : 0;
                    int across = turn >= 2 ? 1 : 0;
                    corners[next++] =
                            side == 1 ? new int[] {axis, 1, along, across} : new int[] {axis, 0, across, along};
                }
            }
        }
        return corners;
    }

    private static float[] icosahedron() {
        float t = (float) ((1 + Math.sqrt(5)) / 2);
        float unit = (float) (1 / Math.sqrt(1 + t * t));
        float[] corners = {
            -1, t, 0, 1, t, 0, -1, -t, 0, 1, -t, 0, 0, -1, t, 0, 1, t, 0, -1, -t, 0, 1, -t, t, 0, -1, t, 0, 1, -t, 0,
            -1, -t, 0, 1
        };
        for (int i = 0; i < corners.length; i++) {
            corners[i] *= unit;
        }
        return corners;
    }

    /** What is written for one node: balls, or boxes of files and of bodies. */
    private record Part(String name, List<Integer> bodies, List<Integer> files, boolean boxes) {
        int corners() {
            return boxes ? BOX.length * (bodies.size() + files.size()) : CORNERS.length / 3 * bodies.size();
        }

        int indices() {
            return boxes ? BOX.length / 4 * 6 * (bodies.size() + files.size()) : FACES.length * bodies.size();
        }

        long bytes() {
            return (long) corners() * CORNER + (long) indices() * Integer.BYTES;
        }
    }

    void write(OutputStream out) throws IOException {
        List<Part> parts = parts();
        Links links = looks.links();
        long size = (long) links.size() * 2 * END;
        for (Part part : parts) {
            size += part.bytes();
        }
        byte[] json = json(parts, links).getBytes(StandardCharsets.UTF_8);
        int padded = (json.length + 3) / 4 * 4;
        long total = 12L + 8 + padded + 8 + size;
        if (total > Integer.MAX_VALUE) {
            throw new IOException("more than glTF's 4 GB would hold: " + total);
        }
        ByteBuffer head = little(20)
                .putInt(MAGIC)
                .putInt(2)
                .putInt((int) total)
                .putInt(padded)
                .putInt(JSON);
        out.write(head.array());
        out.write(json);
        for (int i = json.length; i < padded; i++) {
            out.write(' ');
        }
        out.write(little(8).putInt((int) size).putInt(BINARY).array());
        for (Part part : parts) {
            solids(part, out);
        }
        lines(links, out);
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        for (int region = 0; region < scene.regionCount(); region++) {
            List<Integer> bodies = new ArrayList<>();
            int end = scene.firstBody(scene.endCluster(region));
            for (int body = scene.firstBody(scene.firstCluster(region)); body < end; body++) {
                if (looks.visible(body)) {
                    bodies.add(body);
                }
            }
            City town = city;
            List<Integer> files = town == null
                    ? List.of()
                    : bodies.stream().map(town::file).distinct().toList();
            if (!bodies.isEmpty()) {
                parts.add(new Part(scene.regions().name(region), bodies, files, town != null));
            }
        }
        return parts;
    }

    private void solids(Part part, OutputStream out) throws IOException {
        ByteBuffer vertices = little(part.corners() * CORNER);
        ByteBuffer faces = little(part.indices() * Integer.BYTES);
        City town = city;
        if (town == null) {
            part.bodies().forEach(body -> ball(body, vertices, faces));
        } else {
            for (int file : part.files()) {
                int body = town.mainBody(file);
                box(town.files(), file, pale(body < 0 ? 0x8b949e : looks.colour(body)), vertices, faces);
            }
            for (int body : part.bodies()) {
                box(town.bodies(), body, looks.colour(body), vertices, faces);
            }
        }
        out.write(vertices.array());
        out.write(faces.array());
    }

    private void ball(int body, ByteBuffer vertices, ByteBuffer faces) {
        int first = vertices.position() / CORNER;
        float radius = looks.radius(body);
        for (int corner = 0; corner < CORNERS.length; corner += 3) {
            vertices.putFloat(places.x(body) + radius * CORNERS[corner])
                    .putFloat(places.y(body) + radius * CORNERS[corner + 1])
                    .putFloat(places.z(body) + radius * CORNERS[corner + 2])
                    .putFloat(CORNERS[corner])
                    .putFloat(CORNERS[corner + 1])
                    .putFloat(CORNERS[corner + 2]);
            colour(vertices, looks.colour(body), 255);
        }
        for (int face : FACES) {
            faces.putInt(first + face);
        }
    }

    private static void box(Boxes boxes, int row, int rgb, ByteBuffer vertices, ByteBuffer faces) {
        int first = vertices.position() / CORNER;
        float[][] ends = ends(boxes, row);
        float[] place = new float[3];
        for (int[] corner : BOX) {
            int axis = corner[0];
            place[axis] = ends[axis][corner[1]];
            place[(axis + 1) % 3] = ends[(axis + 1) % 3][corner[2]];
            place[(axis + 2) % 3] = ends[(axis + 2) % 3][corner[3]];
            vertices.putFloat(place[0]).putFloat(place[1]).putFloat(place[2]);
            for (int normal = 0; normal < 3; normal++) {
                vertices.putFloat(normal == axis ? corner[1] * 2 - 1 : 0);
            }
            colour(vertices, rgb, 255);
        }
        for (int face = 0; face < BOX.length; face += 4) {
            for (int corner : new int[] {0, 1, 2, 0, 2, 3}) {
                faces.putInt(first + face + corner);
            }
        }
    }

    private static float[][] ends(Boxes boxes, int row) {
        return new float[][] {
            {boxes.x0(row), boxes.x1(row)}, {boxes.base(row), boxes.top(row)}, {boxes.z0(row), boxes.z1(row)}
        };
    }

    /** A house's walls, paler than what stands on its roof. */
    private static int pale(int rgb) {
        return ((rgb & 0xfefefe) >> 1) + ((0x8b949e & 0xfefefe) >> 1);
    }

    private void lines(Links links, OutputStream out) throws IOException {
        ByteBuffer one = little(2 * END);
        for (int link = 0; link < links.size(); link++) {
            one.clear();
            for (int body : new int[] {links.from(link), links.to(link)}) {
                one.putFloat(places.x(body)).putFloat(places.y(body)).putFloat(places.z(body));
                colour(one, looks.colour(body), 90);
            }
            out.write(one.array());
        }
    }

    private static void colour(ByteBuffer to, int rgb, int alpha) {
        to.put((byte) (rgb >> 16)).put((byte) (rgb >> 8)).put((byte) rgb).put((byte) alpha);
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private String json(List<Part> parts, Links links) {
        List<String> nodes = new ArrayList<>();
        List<String> meshes = new ArrayList<>();
        List<String> views = new ArrayList<>();
        List<String> accessors = new ArrayList<>();
        long offset = 0;
        for (Part part : parts) {
            int corners = part.corners();
            int faces = part.indices();
            int view = views.size();
            int accessor = accessors.size();
            nodes.add("{\"name\":" + quoted(part.name()) + ",\"mesh\":" + meshes.size() + "}");
            meshes.add("{\"primitives\":[{\"attributes\":{\"POSITION\":" + accessor + ",\"NORMAL\":" + (accessor + 1)
                    + ",\"COLOR_0\":" + (accessor + 2) + "},\"indices\":" + (accessor + 3) + ",\"material\":0}]}");
            views.add(view(offset, (long) corners * CORNER, CORNER, 34962));
            offset += (long) corners * CORNER;
            views.add(view(offset, (long) faces * Integer.BYTES, 0, 34963));
            offset += (long) faces * Integer.BYTES;
            accessors.add(accessor(view, 0, 5126, corners, "VEC3", bounds(part)));
            accessors.add(accessor(view, 12, 5126, corners, "VEC3", ""));
            accessors.add(accessor(view, 24, 5121, corners, "VEC4", ",\"normalized\":true"));
            accessors.add(accessor(view + 1, 0, 5125, faces, "SCALAR", ""));
        }
        if (links.size() > 0) {
            int accessor = accessors.size();
            nodes.add("{\"name\":\"calls\",\"mesh\":" + meshes.size() + "}");
            meshes.add("{\"primitives\":[{\"mode\":1,\"attributes\":{\"POSITION\":" + accessor + ",\"COLOR_0\":"
                    + (accessor + 1) + "},\"material\":1}]}");
            accessors.add(accessor(views.size(), 0, 5126, links.size() * 2, "VEC3", bounds(links)));
            accessors.add(accessor(views.size(), 12, 5121, links.size() * 2, "VEC4", ",\"normalized\":true"));
            views.add(view(offset, (long) links.size() * 2 * END, END, 34962));
            offset += (long) links.size() * 2 * END;
        }
        StringBuilder roots = new StringBuilder();
        for (int node = 0; node < nodes.size(); node++) {
            roots.append(node == 0 ? "" : ",").append(node);
        }
        return "{\"asset\":{\"version\":\"2.0\",\"generator\":\"Orrery\"},\"scene\":0,\"scenes\":[{"
                + (nodes.isEmpty() ? "" : "\"nodes\":[" + roots + "]") + "}]"
                + list("nodes", nodes) + list("meshes", meshes)
                + ",\"materials\":[{\"name\":\"bodies\",\"pbrMetallicRoughness\":{\"metallicFactor\":0,\"roughnessFactor\":0.6}},"
                + "{\"name\":\"calls\",\"alphaMode\":\"BLEND\",\"pbrMetallicRoughness\":{\"metallicFactor\":0}}]"
                + (offset == 0 ? "" : ",\"buffers\":[{\"byteLength\":" + offset + "}]")
                + list("bufferViews", views) + list("accessors", accessors) + "}";
    }

    private static String list(String name, List<String> items) {
        return items.isEmpty() ? "" : ",\"" + name + "\":[" + String.join(",", items) + "]";
    }

    private static String view(long offset, long length, int stride, int target) {
        return "{\"buffer\":0,\"byteOffset\":" + offset + ",\"byteLength\":" + length
                + (stride == 0 ? "" : ",\"byteStride\":" + stride) + ",\"target\":" + target + "}";
    }

    private static String accessor(int view, int offset, int component, int count, String type, String more) {
        return "{\"bufferView\":" + view + ",\"byteOffset\":" + offset + ",\"componentType\":" + component
                + ",\"count\":" + count + ",\"type\":\"" + type + "\"" + more + "}";
    }

    private String bounds(Part part) {
        Bounds bounds = new Bounds();
        City town = city;
        for (int body : part.bodies()) {
            if (town == null) {
                float radius = looks.radius(body);
                for (int corner = 0; corner < CORNERS.length; corner += 3) {
                    bounds.add(
                            places.x(body) + radius * CORNERS[corner],
                            places.y(body) + radius * CORNERS[corner + 1],
                            places.z(body) + radius * CORNERS[corner + 2]);
                }
            } else {
                bounds.add(town.bodies(), body);
            }
        }
        if (town != null) {
            part.files().forEach(file -> bounds.add(town.files(), file));
        }
        return bounds.json();
    }

    private String bounds(Links links) {
        Bounds bounds = new Bounds();
        for (int link = 0; link < links.size(); link++) {
            for (int body : new int[] {links.from(link), links.to(link)}) {
                bounds.add(places.x(body), places.y(body), places.z(body));
            }
        }
        return bounds.json();
    }

    /** The smallest box around points, which glTF asks of every place. */
    private static final class Bounds {
        private final float[] least = {Float.MAX_VALUE, Float.MAX_VALUE, Float.MAX_VALUE};
        private final float[] most = {-Float.MAX_VALUE, -Float.MAX_VALUE, -Float.MAX_VALUE};

        void add(float... place) {
            for (int axis = 0; axis < 3; axis++) {
                least[axis] = Math.min(least[axis], place[axis]);
                most[axis] = Math.max(most[axis], place[axis]);
            }
        }

        void add(Boxes boxes, int row) {
            add(boxes.x0(row), boxes.base(row), boxes.z0(row));
            add(boxes.x1(row), boxes.top(row), boxes.z1(row));
        }

        String json() {
            return ",\"min\":" + java.util.Arrays.toString(least) + ",\"max\":" + java.util.Arrays.toString(most);
        }
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (c < 0x20) {
                quoted.append(' ');
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }
}
