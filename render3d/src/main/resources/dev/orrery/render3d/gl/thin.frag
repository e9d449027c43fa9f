#version 330 core
in vec4 shade;
out vec4 pixel;
void main() {
    pixel = shade;
}
