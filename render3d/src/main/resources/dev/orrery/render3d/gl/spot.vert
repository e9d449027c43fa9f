#version 330 core
// A body: x, y and radius in pixels, y downwards.
layout(location = 0) in vec3 place;
layout(location = 1) in vec4 colour;
uniform vec2 size;
flat out vec4 body;
flat out float radius;
void main() {
    gl_Position = vec4(place.xy / size * 2.0 - 1.0, 0.0, 1.0);
    radius = place.z + 0.5;
    gl_PointSize = radius * 2.0;
    body = colour;
}
