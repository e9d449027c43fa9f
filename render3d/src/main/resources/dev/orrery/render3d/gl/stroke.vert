#version 330 core
// A corner of a line: place in pixels, then across, half width, along, style.
layout(location = 0) in vec2 place;
layout(location = 1) in vec4 line;
layout(location = 2) in vec4 colour;
uniform vec2 size;
out float across;
out float along;
flat out float halfWidth;
flat out float style;
out vec4 shade;
void main() {
    gl_Position = vec4(place / size * 2.0 - 1.0, 0.0, 1.0);
    across = line.x;
    halfWidth = line.y;
    along = line.z;
    style = line.w;
    shade = colour;
}
