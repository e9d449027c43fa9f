#version 330 core
in float across;
in float along;
flat in float halfWidth;
flat in float style;
in vec4 shade;
uniform float scale;
out vec4 pixel;
void main() {
    float cover = clamp(halfWidth + 0.5 - abs(across), 0.0, 1.0);
    if (style > 1.5) {
        float at = mod(along, 5.0 * scale);
        cover *= clamp(1.4 * scale - abs(at - 2.5 * scale) + 0.5, 0.0, 1.0);
    } else if (style > 0.5) {
        float at = mod(along, 10.0 * scale);
        cover *= clamp(3.2 * scale - abs(at - 5.0 * scale) + 0.5, 0.0, 1.0);
    }
    pixel = vec4(shade.rgb, shade.a * cover);
}
