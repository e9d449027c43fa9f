#version 330 core
uniform sampler2D picture;
uniform vec2 size;
out vec4 pixel;
void main() {
    // Interleaved gradient noise (Jimenez 2014): half a step of colour, so that no bands show.
    float noise = fract(52.9829189 * fract(dot(gl_FragCoord.xy, vec2(0.06711056, 0.00583715)))) - 0.5;
    pixel = vec4(texture(picture, gl_FragCoord.xy / size).rgb + noise / 255.0, 1.0);
}
