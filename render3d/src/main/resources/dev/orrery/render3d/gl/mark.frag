#version 330 core
in vec2 uv;
flat in float kind;
flat in float radius;
flat in vec4 body;
out vec4 pixel;
void main() {
    float rr = dot(uv, uv);
    if (kind < 0.5) {
        // A glow: bright in the middle, with a long soft tail.
        float t = max(0.0, 1.0 - rr);
        pixel = vec4(body.rgb, body.a * t * t * (0.35 + 0.65 * t));
    } else if (kind < 1.5) {
        // A ring of a pixel and a half.
        float inside = (1.0 - sqrt(rr)) * radius;
        float cover = clamp(inside, 0.0, 1.0) * clamp(2.4 - inside, 0.0, 1.0);
        pixel = vec4(body.rgb, body.a * cover);
    } else if (kind < 2.5) {
        // An arrow head; its tip points along u.
        float side = (1.0 - uv.x) * 0.36 - abs(uv.y);
        float cover = clamp(side * radius * 0.94 + 0.5, 0.0, 1.0) * clamp((uv.x + 0.9) * radius + 0.5, 0.0, 1.0);
        pixel = vec4(body.rgb, body.a * cover);
    } else if (kind < 3.5) {
        // Two bars across each other.
        vec2 at = abs(uv) * radius;
        float bar = clamp(radius * 0.22 + 0.5 - min(at.x, at.y), 0.0, 1.0);
        pixel = vec4(body.rgb, body.a * bar * clamp(radius - max(at.x, at.y), 0.0, 1.0));
    } else {
        float cover = clamp((1.0 - sqrt(rr)) * radius, 0.0, 1.0);
        float up = sqrt(max(0.0, 1.0 - rr));
        float light = max(0.0, dot(vec3(uv, up), vec3(-0.45, -0.58, 0.68)));
        float shine = light * light;
        shine *= shine;
        shine *= shine;
        vec3 colour = body.rgb * (0.4 + 0.72 * light) + vec3(0.34) * shine * shine * body.a;
        pixel = vec4(colour, body.a * cover);
    }
}
