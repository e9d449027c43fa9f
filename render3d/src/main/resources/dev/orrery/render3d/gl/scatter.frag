#version 330 core
uniform sampler2D picture;
uniform vec2 size;
out vec4 pixel;
void main() {
    // Instead of mixing the four nearest pixels, one of them, chosen by noise (interleaved gradient noise, Jimenez 2014): half the cost.
    float noise = fract(52.9829189 * fract(dot(gl_FragCoord.xy, vec2(0.06711056, 0.00583715))));
    vec2 shrunk = vec2(textureSize(picture, 0));
    vec2 at = gl_FragCoord.xy / size * shrunk + vec2(noise, fract(noise * 16.0)) - 0.5;
    vec3 colour = texelFetch(picture, ivec2(clamp(at, vec2(0.0), shrunk - 1.0)), 0).rgb;
    pixel = vec4(colour + (noise - 0.5) / 255.0, 1.0);
}
