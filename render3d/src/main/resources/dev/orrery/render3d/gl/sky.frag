#version 330 core
uniform vec3 edge;
uniform vec3 middle;
uniform vec2 size;
out vec4 pixel;
void main() {
    vec2 d = (gl_FragCoord.xy / size - vec2(0.5, 0.46)) * vec2(1.55, 1.75);
    float t = clamp(1.0 - dot(d, d), 0.0, 1.0);
    pixel = vec4(mix(edge, middle, t * t * (3.0 - 2.0 * t)), 1.0);
}
