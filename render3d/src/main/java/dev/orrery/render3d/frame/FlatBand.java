package dev.orrery.render3d.frame;

/** A band of rows of a picture, and how to paint lines, balls and marks into it. */
final class FlatBand {
    final int[] pixels;
    final int width;
    final int top;
    final int bottom;

    FlatBand(int[] pixels, int width, int top, int bottom) {
        this.pixels = pixels;
        this.width = width;
        this.top = top;
        this.bottom = bottom;
    }

    void blend(int x, int y, int argb, float cover) {
        int part = (int) ((argb >>> 24) * cover * 1.0039f);
        if (part > 0) {
            int at = y * width + x;
            int under = pixels[at];
            int rb = (under & 0xff00ff) + ((((argb & 0xff00ff) - (under & 0xff00ff)) * part) >> 8);
            int g = (under & 0x00ff00) + ((((argb & 0x00ff00) - (under & 0x00ff00)) * part) >> 8);
            pixels[at] = 0xff000000 | (rb & 0xff00ff) | (g & 0x00ff00);
        }
    }

    private int left(float x, float r) {
        return Math.clamp((int) Math.floor(x - r), 0, width);
    }

    private int right(float x, float r) {
        return Math.clamp((int) Math.ceil(x + r) + 1, 0, width);
    }

    private int upper(float y, float r) {
        return Math.clamp((int) Math.floor(y - r), top, bottom);
    }

    private int lower(float y, float r) {
        return Math.clamp((int) Math.ceil(y + r) + 1, top, bottom);
    }

    void line(Strokes strokes, int i, double scale) {
        float x0 = strokes.place(i, 0);
        float y0 = strokes.place(i, 1);
        float x1 = strokes.place(i, 2);
        float y1 = strokes.place(i, 3);
        float half = strokes.place(i, 4) / 2;
        if (Math.max(y0, y1) + half + 1 < top || Math.min(y0, y1) - half - 1 > bottom) {
            return;
        }
        float dx = x1 - x0;
        float dy = y1 - y0;
        float length = (float) Math.sqrt(dx * dx + dy * dy);
        if (length < 1e-3f || length > 1e5f) {
            return;
        }
        float ux = dx / length;
        float uy = dy / length;
        boolean flat = Math.abs(dx) > Math.abs(dy);
        float reach = (half + 1) / Math.max(Math.abs(flat ? ux : uy), 0.5f);
        int from = flat ? left(Math.min(x0, x1), 0) : upper(Math.min(y0, y1), 0);
        int to = flat ? right(Math.max(x0, x1), 0) : lower(Math.max(y0, y1), 0);
        LineStyle style = strokes.style(i);
        for (int step = from; step < to; step++) {
            float t = flat ? (step + 0.5f - x0) / dx : (step + 0.5f - y0) / dy;
            float middle = flat ? y0 + dy * t : x0 + dx * t;
            int first = flat ? upper(middle, reach) : left(middle, reach);
            int last = flat ? lower(middle, reach) : right(middle, reach);
            for (int other = first; other < last; other++) {
                float px = (flat ? step : other) + 0.5f - x0;
                float py = (flat ? other : step) + 0.5f - y0;
                float along = px * ux + py * uy;
                if (along < -0.5f || along > length + 0.5f) {
                    continue;
                }
                float cover = Math.clamp(half + 0.5f - Math.abs(px * uy - py * ux), 0, 1)
                        * pattern(style, strokes.place(i, 5) + along, (float) scale);
                if (cover > 0) {
                    int argb = colour(strokes.startArgb(i), strokes.endArgb(i), along / length);
                    blend(flat ? step : other, flat ? other : step, argb, cover);
                }
            }
        }
    }

    private static int colour(int start, int end, float share) {
        if (start == end) {
            return start;
        }
        int alpha = (int) ((start >>> 24) + ((end >>> 24) - (start >>> 24)) * Math.clamp(share, 0, 1));
        return (Argb.mix(start, end, share) & 0xffffff) | (alpha << 24);
    }

    private static float pattern(LineStyle style, float along, float scale) {
        return switch (style) {
            case SOLID -> 1;
            case DASHED -> Math.clamp(3.2f * scale - Math.abs(along % (10 * scale) - 5 * scale) + 0.5f, 0, 1);
            case DOTTED -> Math.clamp(1.4f * scale - Math.abs(along % (5 * scale) - 2.5f * scale) + 0.5f, 0, 1);
        };
    }

    void ball(float x, float y, float r, int argb) {
        float radius = r + 0.5f;
        for (int row = upper(y, radius); row < lower(y, radius); row++) {
            for (int column = left(x, radius); column < right(x, radius); column++) {
                float u = (column + 0.5f - x) / radius;
                float v = (row + 0.5f - y) / radius;
                float rr = u * u + v * v;
                if (rr < 1) {
                    float cover = Math.min(1, (1 - (float) Math.sqrt(rr)) * radius);
                    blend(column, row, lit(argb, u, v, (float) Math.sqrt(1 - rr)), cover);
                }
            }
        }
    }

    private static int lit(int argb, float u, float v, float up) {
        float light = Math.max(0, -0.45f * u - 0.58f * v + 0.68f * up);
        float dim = 0.4f + 0.72f * light;
        float shine = light * light;
        shine *= shine;
        shine *= shine;
        float add = 87 * shine * shine * (argb >>> 24) / 255;
        int red = Math.min(255, (int) (((argb >> 16) & 255) * dim + add));
        int green = Math.min(255, (int) (((argb >> 8) & 255) * dim + add));
        int blue = Math.min(255, (int) ((argb & 255) * dim + add));
        return (argb & 0xff000000) | red << 16 | green << 8 | blue;
    }

    void glow(float x, float y, float rx, float ry, int argb) {
        for (int row = upper(y, ry); row < lower(y, ry); row++) {
            for (int column = left(x, rx); column < right(x, rx); column++) {
                float u = (column + 0.5f - x) / rx;
                float v = (row + 0.5f - y) / ry;
                float t = 1 - u * u - v * v;
                if (t > 0) {
                    blend(column, row, argb, t * t * (0.35f + 0.65f * t));
                }
            }
        }
    }

    void ring(float x, float y, float radius, int argb) {
        for (int row = upper(y, radius); row < lower(y, radius); row++) {
            for (int column = left(x, radius); column < right(x, radius); column++) {
                float inside = radius - (float) Math.hypot(column + 0.5f - x, row + 0.5f - y);
                blend(column, row, argb, Math.clamp(inside, 0, 1) * Math.clamp(2.4f - inside, 0, 1));
            }
        }
    }

    void plus(float x, float y, float radius, int argb) {
        for (int row = upper(y, radius); row < lower(y, radius); row++) {
            for (int column = left(x, radius); column < right(x, radius); column++) {
                float u = Math.abs(column + 0.5f - x);
                float v = Math.abs(row + 0.5f - y);
                float bar = Math.clamp(radius * 0.22f + 0.5f - Math.min(u, v), 0, 1);
                blend(column, row, argb, bar * Math.clamp(radius + 0.5f - Math.max(u, v), 0, 1));
            }
        }
    }

    void arrow(float x, float y, float radius, float angle, int argb) {
        float cos = (float) Math.cos(angle);
        float sin = (float) Math.sin(angle);
        for (int row = upper(y, radius * 1.5f); row < lower(y, radius * 1.5f); row++) {
            for (int column = left(x, radius * 1.5f); column < right(x, radius * 1.5f); column++) {
                float dx = (column + 0.5f - x) / radius;
                float dy = (row + 0.5f - y) / radius;
                float u = dx * cos + dy * sin;
                float v = dy * cos - dx * sin;
                float side = (1 - u) * 0.36f - Math.abs(v);
                float cover =
                        Math.clamp(side * radius * 0.94f + 0.5f, 0, 1) * Math.clamp((u + 0.9f) * radius + 0.5f, 0, 1);
                if (u < 1.2f && cover > 0) {
                    blend(column, row, argb, cover);
                }
            }
        }
    }
}
