#version 330 core
// A corner of a mark: place in pixels, then u, v from -1 to 1, kind and radius in pixels.
layout(location = 0) in vec2 place;
layout(location = 1) in vec4 shape;
layout(location = 2) in vec4 colour;
uniform vec2 size;
out vec2 uv;
flat out float kind;
flat out float radius;
flat out vec4 body;
void main() {
    gl_Position = vec4(place / size * 2.0 - 1.0, 0.0, 1.0);
    uv = shape.xy;
    kind = shape.z;
    radius = shape.w;
    body = colour;
}
