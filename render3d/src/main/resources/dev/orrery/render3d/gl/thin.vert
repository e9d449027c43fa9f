#version 330 core
layout(location = 0) in vec3 place;
layout(location = 1) in vec4 colour;
uniform vec2 size;
out vec4 shade;
void main() {
    gl_Position = vec4(place.xy / size * 2.0 - 1.0, 0.0, 1.0);
    shade = colour;
}
